package dev.makeline.server.job;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param readers of logs at the same time
/// @param longest after which a reader has to come again
/// @param pause between two looks for new lines
@ConfigurationProperties("makeline.live-logs")
record LiveLogSettings(int readers, Duration longest, Duration pause) {

    LiveLogSettings {
        if (readers < 1 || !longest.isPositive() || !pause.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.live-logs.readers (%d), longest (%s) and pause (%s) must be positive"
                            .formatted(readers, longest, pause));
        }
    }
}
