package dev.makeline.sender.gate;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// When calls to a system that does not answer are withheld.
///
/// @param failuresToOpen failures in a row, across all sessions
/// @param firstPause before the first probe
/// @param longestPause between probes
/// @param longestRetryAfter the longest `Retry-After` that is believed
/// @param holdFor how long a message stays in hand at an open gate
@ConfigurationProperties("makeline.sender.gate")
public record GateSettings(
        int failuresToOpen,
        Duration firstPause,
        Duration longestPause,
        Duration longestRetryAfter,
        Duration holdFor) {

    public GateSettings {
        if (failuresToOpen < 1) {
            throw new IllegalArgumentException(
                    "makeline.sender.gate.failures-to-open must be at least 1, not "
                            + failuresToOpen);
        }
        if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "makeline.sender.gate.first-pause (%s) must be positive and no longer than makeline.sender.gate.longest-pause (%s)"
                            .formatted(firstPause, longestPause));
        }
        if (longestRetryAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "makeline.sender.gate.longest-retry-after cannot be negative: "
                            + longestRetryAfter);
        }
        if (!holdFor.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.sender.gate.hold-for must be positive, for example 5m, not "
                            + holdFor);
        }
    }

    GateRules rules() {
        return new GateRules(failuresToOpen, firstPause, longestPause, longestRetryAfter);
    }
}
