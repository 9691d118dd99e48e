package dev.makeline.server.job;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param readers of logs at the same time
/// @param readersPerCaller of them, those of one owner of tokens
/// @param longest after which a reader has to come again
/// @param pause between two looks for new lines
/// @param rights between two looks whether the reader may still read
@ConfigurationProperties("makeline.live-logs")
record LiveLogSettings(
        int readers, int readersPerCaller, Duration longest, Duration pause, Duration rights) {

    /// A token is remembered for up to 30 s, and no right is to last longer than a minute.
    private static final Duration LONGEST_RIGHTS = Duration.ofSeconds(30);

    LiveLogSettings {
        if (readers < 1 || readersPerCaller < 1 || !longest.isPositive() || !pause.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.live-logs.readers (%d), readers-per-caller (%d), longest (%s) and pause (%s) must be positive"
                            .formatted(readers, readersPerCaller, longest, pause));
        }
        if (!rights.isPositive() || rights.compareTo(LONGEST_RIGHTS) > 0) {
            throw new IllegalArgumentException(
                    "makeline.live-logs.rights must be positive and at most 30s, not " + rights);
        }
    }
}
