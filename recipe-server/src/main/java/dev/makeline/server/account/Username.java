package dev.makeline.server.account;

import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a person is called here.
///
/// @param text as its owner writes it, in compatibility form (NFKC)
public record Username(String text) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._-]*");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 64;

    private static final Set<UnicodeScript> EVERYWHERE =
            EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

    /// The scripts that Japanese, Korean and Chinese are written in together.
    private static final Set<UnicodeScript> EAST_ASIAN =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL);

    /// @throws ProblemException with 400 and what is wrong with it
    public static Username of(String written) {
        String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFKC);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw refused(
                    "A username has %d to %d characters, not %d."
                            .formatted(SHORTEST, LONGEST, length));
        }
        if (!FORM.matcher(text).matches()) {
            throw refused(
                    "A username consists of letters, digits, dots, underscores and hyphens, and begins with a letter or digit.");
        }
        if (!isOfOneScript(text)) {
            throw refused(
                    "A username is written in the letters of one script, so that no two look alike.");
        }
        return new Username(text);
    }

    /// The same for all spellings that count as the same username.
    public String folded() {
        return fold(text);
    }

    static String fold(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
                Normalizer.Form.NFKC);
    }

    private static boolean isOfOneScript(String text) {
        Set<UnicodeScript> scripts =
                text.codePoints()
                        .mapToObj(UnicodeScript::of)
                        .filter(script -> !EVERYWHERE.contains(script))
                        .collect(
                                Collectors.toCollection(() -> EnumSet.noneOf(UnicodeScript.class)));
        return scripts.size() <= 1 || EAST_ASIAN.containsAll(scripts);
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(
                Problem.at(ProblemType.INVALID_REQUEST, sentence, Optional.of("/username")));
    }
}
