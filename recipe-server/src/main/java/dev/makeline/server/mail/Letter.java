package dev.makeline.server.mail;

import java.util.regex.Pattern;

/// One mail in plain text to one person.
///
/// @param to an address; with the subject it becomes a header, so neither has a line break or any
///   other control character
public record Letter(String to, String subject, String text) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    public Letter {
        if (CONTROL.matcher(to).find() || CONTROL.matcher(subject).find()) {
            throw new IllegalArgumentException(
                    "Address and subject of a mail have no control characters");
        }
    }

    /// Neither address nor text, which may hold a link that is a secret.
    @Override
    public String toString() {
        return "Letter[%s]".formatted(subject);
    }
}
