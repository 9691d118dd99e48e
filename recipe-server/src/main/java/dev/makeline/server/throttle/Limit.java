package dev.makeline.server.throttle;

import java.time.Duration;
import java.time.Instant;

/// How many of one thing are let through within a window. Windows follow one another; a count
/// begins anew with each.
///
/// @param name keeps the counts of different things apart
/// @param most at least 1
record Limit(String name, int most, Duration window) {

    Instant windowOf(Instant now) {
        long seconds = window.toSeconds();
        return Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
    }

    /// Whole seconds, at least one.
    Duration untilNext(Instant now) {
        Duration left = Duration.between(now, windowOf(now).plus(window));
        return Duration.ofSeconds(Math.max(1, left.plusMillis(999).toSeconds()));
    }
}
