package dev.makeline.server.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param idleEnd how long a session lasts without any request
/// @param absoluteEnd how long it lasts at most
@ConfigurationProperties("makeline.session")
record SessionSettings(Duration idleEnd, Duration absoluteEnd) {

    /// The last use is kept to the minute.
    private static final Duration SHORTEST = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofDays(30);

    SessionSettings {
        check("absolute-end", absoluteEnd, LONGEST);
        check("idle-end", idleEnd, absoluteEnd);
    }

    private static void check(String name, Duration time, Duration longest) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "makeline.session.%s must be from %s to %s, not %s"
                            .formatted(name, SHORTEST, longest, time));
        }
    }
}
