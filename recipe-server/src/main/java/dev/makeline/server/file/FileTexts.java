package dev.makeline.server.file;

import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.util.Locale;
import java.util.regex.Pattern;

/// What names, descriptions, media types and checksums may be. Refuses with a sentence, keeps the
/// rest as it came.
public final class FileTexts {

    /// Characters (Unicode code points): what file systems take.
    static final int LONGEST_NAME = 255;

    static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LONGEST_MEDIA_TYPE = 127;
    private static final int SHOWN = 40;

    private static final Pattern MEDIA_TYPE =
            Pattern.compile(
                    "[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*(; ?charset=[a-z0-9_.:-]{1,40})?");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private FileTexts() {}

    /// @throws ProblemException with 400
    public static String name(String name) {
        if (name.isBlank()) {
            throw refused("A file needs a name.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw refused("A name has at most %d characters.".formatted(LONGEST_NAME));
        }
        if (name.contains("/") || name.contains("\\")) {
            throw refused("A name has no / and no \\: give the name alone, without folders.");
        }
        if (name.equals(".") || name.equals("..")) {
            throw refused("A name is more than dots.");
        }
        if (!isWritten(name) || name.codePoints().anyMatch(FileTexts::breaksLines)) {
            throw refused(
                    "A name has no control characters, line breaks or characters that turn the direction of writing.");
        }
        return name;
    }

    /// @throws ProblemException with 400
    public static String description(String description) {
        if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
            throw refused(
                    "A description has at most %d characters.".formatted(LONGEST_DESCRIPTION));
        }
        if (!isWritten(description)) {
            throw refused(
                    "A description has no control characters other than line breaks and tabs, and none that turn the direction of writing.");
        }
        return description;
    }

    /// @return in lower case
    /// @throws ProblemException with 400
    public static String mediaType(String mediaType) {
        String lowerCase = mediaType.strip().toLowerCase(Locale.ROOT);
        if (lowerCase.length() > LONGEST_MEDIA_TYPE || !MEDIA_TYPE.matcher(lowerCase).matches()) {
            throw refused("mediaType is a type such as application/pdf or text/plain.");
        }
        return lowerCase;
    }

    /// @return in lower case
    /// @throws ProblemException with 400
    public static String sha256(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw refused("sha256 is the SHA-256 of the content as 64 hex digits.");
        }
        return sha256.toLowerCase(Locale.ROOT);
    }

    /// A text of a client's as far as an answer repeats it.
    static String shown(String text) {
        String clean = text.codePoints().allMatch(FileTexts::isPlain) ? text : "…";
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }

    private static boolean isPlain(int codePoint) {
        return codePoint >= ' ' && codePoint <= '~';
    }

    private static boolean isWritten(String text) {
        return text.codePoints()
                .noneMatch(codePoint ->
                        isControl(codePoint) || turnsDirection(codePoint) || isNone(codePoint));
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint) && !breaksLines(codePoint);
    }

    private static boolean breaksLines(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    /// Bidirectional marks, embeddings, overrides and isolates; line and paragraph separators.
    private static boolean turnsDirection(int codePoint) {
        return codePoint == 0x061C
                || (codePoint >= 0x200E && codePoint <= 0x200F)
                || (codePoint >= 0x2028 && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /// Half a character, or none.
    private static boolean isNone(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.SURROGATE || type == Character.UNASSIGNED;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }
}
