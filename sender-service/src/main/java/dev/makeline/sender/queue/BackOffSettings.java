package dev.makeline.sender.queue;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Optional;

/// How long a message that could not be decided stays hidden: doubling with its receives, with
/// jitter, to a cap.
///
/// The least a message can live with 30 receives, 1 s and 60 s is 722 s: half of 1, 2, 4, 8, 16, 32
/// and 23 × 60 s, rounded up to whole seconds; on average 18 minutes. That is for a message that
/// fails by itself. When everything fails, a gate opens and messages wait in hand for minutes a
/// receive: 30 receives outlast an outage of two hours and a half.
///
/// @param first after the first receive
/// @param longest no delay is longer; below the 90 s within which all must be well again after a
///   fault
@ConfigurationProperties("makeline.sender.back-off")
record BackOffSettings(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    /// The longest visibility timeout of SQS.
    private static final Duration SQS_LONGEST = Duration.ofHours(12);

    BackOffSettings {
        if (first.toSeconds() < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "makeline.sender.back-off.first (%s) must be at least 1s and no longer than makeline.sender.back-off.longest (%s)"
                            .formatted(first, longest));
        }
        if (longest.compareTo(SQS_LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "makeline.sender.back-off.longest must be at most 12h, SQS's longest visibility timeout, not "
                            + longest);
        }
    }

    /// @param receives of the message so far, at least 1
    /// @param retryAfter what the system that failed asked for; believed up to `longest`
    /// @param jitter from 0 to 1
    /// @return whole seconds, from half of the doubled delay to the whole of it
    Duration delay(int receives, Optional<Duration> retryAfter, double jitter) {
        long doublings = Math.clamp(receives - 1L, 0, MOST_DOUBLINGS);
        Duration whole = shorter(first.multipliedBy(1L << doublings), longest);
        long seconds = (long) Math.ceil(whole.toMillis() * (1 + jitter) / 2_000);
        Duration asked = shorter(retryAfter.orElse(Duration.ZERO), longest);
        return Duration.ofSeconds(Math.max(seconds, asked.toSeconds()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
