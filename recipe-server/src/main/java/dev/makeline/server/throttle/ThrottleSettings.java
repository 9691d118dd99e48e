package dev.makeline.server.throttle;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How many of what are let through within which time.
///
/// @param wrongPasswordsPerPair of one login name from one address
/// @param wrongPasswordsPerAddress from one address, whatever the name
/// @param wrongPasswordsPerAccount of one login name, from all addresses together that it never
///   logged in from
/// @param wrongPasswordsWindow for the first two
/// @param accountWindow for the third
/// @param addressesKnownFor how long an address that somebody logged in from counts as theirs
/// @param registrationsPerAddress within the requests' window
/// @param resetsPerAddress reset links asked for and redeemed within the requests' window
/// @param mailsPerRecipient that anybody may cause within the requests' window
/// @param requestsWindow for the last three
@ConfigurationProperties("makeline.throttle")
record ThrottleSettings(
        int wrongPasswordsPerPair,
        int wrongPasswordsPerAddress,
        int wrongPasswordsPerAccount,
        Duration wrongPasswordsWindow,
        Duration accountWindow,
        Duration addressesKnownFor,
        int registrationsPerAddress,
        int resetsPerAddress,
        int mailsPerRecipient,
        Duration requestsWindow) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LONGEST_KNOWN = Duration.ofDays(730);

    ThrottleSettings {
        checkCount("wrong-passwords-per-pair", wrongPasswordsPerPair);
        checkCount("wrong-passwords-per-address", wrongPasswordsPerAddress);
        checkCount("wrong-passwords-per-account", wrongPasswordsPerAccount);
        checkWindow("wrong-passwords-window", wrongPasswordsWindow, LONGEST);
        checkWindow("account-window", accountWindow, LONGEST);
        checkWindow("addresses-known-for", addressesKnownFor, LONGEST_KNOWN);
        checkCount("registrations-per-address", registrationsPerAddress);
        checkCount("resets-per-address", resetsPerAddress);
        checkCount("mails-per-recipient", mailsPerRecipient);
        checkWindow("requests-window", requestsWindow, LONGEST);
    }

    private static void checkCount(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "makeline.throttle.%s must be 1 or more, not %d".formatted(name, count));
        }
    }

    private static void checkWindow(String name, Duration window, Duration longest) {
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "makeline.throttle.%s must be from 1s to %dh, not %s"
                            .formatted(name, longest.toHours(), window));
        }
    }
}
