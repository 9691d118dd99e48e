package dev.makeline.server.page.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a form held that came after its session had ended: it is not taken, and not lost.
///
/// @param action where the form was sent
/// @param signedIn whether another session has begun meanwhile
/// @param back leads to the form, past the door where that is needed
/// @param written what the person wrote or chose
/// @param unseen what the form held besides
public record EndedSession(
        String action, boolean signedIn, String back, List<Field> written, List<Field> unseen) {

    /// @param label for people
    public record Field(String name, String label, String value) {}

    /// What pages put into forms by themselves, or offer for a choice.
    private static final Set<String> UNSEEN =
            Set.of(
                    "etag",
                    "lines",
                    "key",
                    "current",
                    "kind",
                    "fileId",
                    "messageId",
                    "priority",
                    "resourceClass",
                    "state",
                    "role",
                    "all");

    private static final Set<String> NEVER = Set.of("_csrf", "next", "token", "confirmation");

    public EndedSession {
        written = List.copyOf(written);
        unseen = List.copyOf(unseen);
    }

    static EndedSession of(String action, boolean signedIn, LocalPath page, Form form) {
        List<Field> written = new ArrayList<>();
        List<Field> unseen = new ArrayList<>();
        for (String name : form.names()) {
            if (isSecret(name)) {
                continue;
            }
            for (String value : form.all(name)) {
                boolean isSeen = !UNSEEN.contains(name) && !value.isBlank();
                (isSeen ? written : unseen).add(new Field(name, label(name), value));
            }
        }
        return new EndedSession(action, signedIn, back(signedIn, page), written, unseen);
    }

    private static boolean isSecret(String name) {
        return NEVER.contains(name) || name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static String back(boolean signedIn, LocalPath page) {
        return signedIn ? page.value() : page.behindTheDoor();
    }

    /// Whether there is anything that somebody would miss.
    boolean holdsText() {
        return !written.isEmpty();
    }

    /// `parameter-firstName` as `First name`.
    private static String label(String name) {
        String words =
                name.substring(name.lastIndexOf('-') + 1)
                        .replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")
                        .toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? name
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
