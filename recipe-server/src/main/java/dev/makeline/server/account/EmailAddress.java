package dev.makeline.server.account;

import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a person's mail goes. Whether it arrives there, only a mail can tell.
///
/// @param text as its owner writes it
public record EmailAddress(String text) {

    /// RFC 5321: the longest path that mail takes, without its brackets.
    private static final int LONGEST = 254;

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                            + LABEL
                            + "(?:\\."
                            + LABEL
                            + ")+");

    private static final int LONGEST_LOCAL_PART = 64;

    /// @throws ProblemException with 400 and what is wrong with it
    public static EmailAddress of(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            throw refused(
                    "An e-mail address has at most %d characters, not %d."
                            .formatted(LONGEST, text.length()));
        }
        if (text.indexOf('@') > LONGEST_LOCAL_PART || !FORM.matcher(text).matches()) {
            throw refused("An e-mail address looks like name@example.org.");
        }
        return new EmailAddress(text);
    }

    /// The same for all spellings that count as the same address. Strictly, what stands before
    /// the @ may differ by case; no provider of today has it so.
    public String folded() {
        return fold(text);
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(
                Problem.at(ProblemType.INVALID_REQUEST, sentence, Optional.of("/email")));
    }
}
