package dev.makeline.server.token;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param accessFor how long an access token lasts
/// @param refreshFor how long a log in lasts, however often its tokens are refreshed
/// @param mostLogIns of one person at once; one more ends the oldest
/// @param mostPersonal tokens of one person at once
@ConfigurationProperties("makeline.tokens")
record TokenSettings(Duration accessFor, Duration refreshFor, int mostLogIns, int mostPersonal) {

    private static final Duration LONGEST_ACCESS = Duration.ofMinutes(15);
    private static final Duration LONGEST_REFRESH = Duration.ofDays(365);
    private static final int MOST = 1_000;

    TokenSettings {
        check("access-for", accessFor, LONGEST_ACCESS);
        check("refresh-for", refreshFor, LONGEST_REFRESH);
        check("most-log-ins", mostLogIns);
        check("most-personal", mostPersonal);
    }

    private static void check(String name, Duration time, Duration longest) {
        if (!time.isPositive() || time.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "makeline.tokens.%s must be more than 0s and at most %s, not %s"
                            .formatted(name, longest, time));
        }
    }

    private static void check(String name, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(
                    "makeline.tokens.%s must be from 1 to %d, not %d".formatted(name, MOST, count));
        }
    }
}
