package dev.makeline.server.password;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// What a password must be when it is chosen: long enough, and none that is tried first. Which
/// characters it consists of is its owner's business. Thread-safe.
@Singleton
public final class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private final CommonPasswords common = CommonPasswords.shipped();

    /// @param names of its owner: username, e-mail address
    /// @return what is wrong with it in one sentence; empty when nothing is
    public Optional<String> objection(Password password, Collection<String> names) {
        if (!password.isText()) {
            return Optional.of("A password has no control characters, such as a line break.");
        }
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of(
                    "A password has %d to %d characters, not %d."
                            .formatted(SHORTEST, LONGEST, password.length()));
        }
        String folded = password.text().toLowerCase(Locale.ROOT);
        if (names.stream().anyMatch(name -> isName(folded, name.toLowerCase(Locale.ROOT)))) {
            return Optional.of("Your username or e-mail address is no password; choose another.");
        }
        if (common.contains(folded)) {
            return Optional.of(
                    "This password is among those that are tried first; choose another.");
        }
        return Optional.empty();
    }

    /// Longer than any password, so that it can be refused before it costs anything.
    public static boolean isTooLong(Password password) {
        return password.length() > LONGEST;
    }

    private static boolean isName(String password, String name) {
        int at = name.indexOf('@');
        return password.equals(name) || (at > 0 && password.equals(name.substring(0, at)));
    }
}
