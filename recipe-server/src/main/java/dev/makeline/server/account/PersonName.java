package dev.makeline.server.account;

import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A first or last name as a text of one line that shows what it is.
final class PersonName {

    private static final int LONGEST = 100;

    /// Embeddings, overrides, isolates and marks of direction: they make what follows look
    /// otherwise.
    private static final Pattern DIRECTION =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private PersonName() {}

    /// @param field names it in the request
    /// @throws ProblemException with 400 and what is wrong with it
    static String of(String field, String written) {
        if (CONTROL.matcher(written).find()) {
            throw refused(field, "A name has no control characters, such as a line break.");
        }
        if (DIRECTION.matcher(written).find()) {
            throw refused(field, "A name has no marks that turn the direction of writing.");
        }
        String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST) {
            throw refused(
                    field, "A name has 1 to %d characters, not %d.".formatted(LONGEST, length));
        }
        return text;
    }

    private static ProblemException refused(String field, String sentence) {
        return new ProblemException(
                Problem.at(ProblemType.INVALID_REQUEST, sentence, Optional.of("/" + field)));
    }
}
