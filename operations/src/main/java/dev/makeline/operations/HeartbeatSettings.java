package dev.makeline.operations;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How a service shows that it runs.
///
/// @param interval between two signs of life
/// @param probeTimeout how long each dependency may take to answer before it counts as not reached
/// @param keptFor how long the last sign of an instance that ended without a word can be seen
@ConfigurationProperties("makeline.heartbeat")
public record HeartbeatSettings(Duration interval, Duration probeTimeout, Duration keptFor) {

    public HeartbeatSettings {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "makeline.heartbeat.interval must be 1s or more, not " + interval);
        }
        if (probeTimeout.isNegative() || probeTimeout.isZero()) {
            throw new IllegalArgumentException(
                    "makeline.heartbeat.probe-timeout must be more than 0s, not " + probeTimeout);
        }
        if (keptFor.compareTo(interval) <= 0) {
            throw new IllegalArgumentException(
                    "makeline.heartbeat.kept-for (%s) must be longer than makeline.heartbeat.interval (%s)"
                            .formatted(keptFor, interval));
        }
    }
}
