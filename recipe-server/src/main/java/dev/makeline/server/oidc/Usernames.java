package dev.makeline.server.oidc;

import dev.makeline.server.account.EmailAddress;
import dev.makeline.server.account.Username;
import dev.makeline.server.problem.ProblemException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/// Usernames for people who bring none of ours: what the provider calls them, or their mailbox,
/// made fit and numbered.
final class Usernames {

    private static final int LONGEST = 48;

    private Usernames() {}

    /// @param number 1 for the name as it is, more for others like it
    static Username of(Identity identity, EmailAddress email, int number) {
        return Stream.of(identity.username(), Optional.of(email.text()))
                .flatMap(Optional::stream)
                .map(Usernames::fitting)
                .flatMap(name -> parsed(number == 1 ? name : name + number).stream())
                .findFirst()
                .orElseGet(Usernames::any);
    }

    private static String fitting(String name) {
        int at = name.indexOf('@');
        String local = at > 0 ? name.substring(0, at) : name;
        String fit = local.replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]+", "-").replaceAll("^[._-]+", "");
        int length = fit.codePointCount(0, fit.length());
        return length <= LONGEST ? fit : fit.substring(0, fit.offsetByCodePoints(0, LONGEST));
    }

    private static Optional<Username> parsed(String text) {
        try {
            return Optional.of(Username.of(text));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private static Username any() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return Username.of("person-" + HexFormat.of().formatHex(random));
    }
}
