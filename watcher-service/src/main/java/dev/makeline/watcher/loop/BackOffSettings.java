package dev.makeline.watcher.loop;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long a loop pauses after a turn that failed.
///
/// @param first after the first failure; doubles with each further one
/// @param longest never longer than this
@ConfigurationProperties("makeline.watcher.back-off")
public record BackOffSettings(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    public BackOffSettings {
        if (!first.isPositive() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "makeline.watcher.back-off.first (%s) must be positive and no longer than makeline.watcher.back-off.longest (%s)"
                            .formatted(first, longest));
        }
    }

    /// The pause before the next turn, with jitter between half and the whole of it, so that
    /// watchers that failed together do not come back together.
    ///
    /// @param failures in a row, at least 1
    Duration pauseAfter(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration whole = doubled.compareTo(longest) < 0 ? doubled : longest;
        return whole.dividedBy(2)
                .plusNanos(ThreadLocalRandom.current().nextLong(whole.toNanos() / 2 + 1));
    }
}
