package dev.makeline.processor.dispatch;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How attempts are found and watched.
///
/// @param streamInterval between two reads of a stream that had nothing new
/// @param shardInterval between two looks for new shards
/// @param reconcileInterval between two readings of what is not over
/// @param reconcileLimit jobs of each state in one reading
/// @param sweepInterval between two looks for tasks that no attempt wants
/// @param resumeAfter how long an attempt may stand without a task on record until one is asked for
///   once more
/// @param claimWithin how long a task may take until it claims its attempt
/// @param drain how long a stop waits for turns in hand
@ConfigurationProperties("makeline.processor.dispatch")
public record DispatchSettings(
        Duration streamInterval,
        Duration shardInterval,
        Duration reconcileInterval,
        int reconcileLimit,
        Duration sweepInterval,
        Duration resumeAfter,
        Duration claimWithin,
        Duration drain) {

    private static final int MOST_JOBS = 1_000;

    public DispatchSettings {
        positive("stream-interval", streamInterval);
        positive("shard-interval", shardInterval);
        positive("reconcile-interval", reconcileInterval);
        positive("sweep-interval", sweepInterval);
        positive("resume-after", resumeAfter);
        positive("claim-within", claimWithin);
        positive("drain", drain);
        if (resumeAfter.compareTo(claimWithin) >= 0) {
            throw new IllegalArgumentException(
                    "makeline.processor.dispatch.resume-after (%s) must be shorter than makeline.processor.dispatch.claim-within (%s)"
                            .formatted(resumeAfter, claimWithin));
        }
        if (reconcileLimit < 1 || reconcileLimit > MOST_JOBS) {
            throw new IllegalArgumentException(
                    "makeline.processor.dispatch.reconcile-limit must be from 1 to %d, not %d"
                            .formatted(MOST_JOBS, reconcileLimit));
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.processor.dispatch.%s must be positive, for example 1s, not %s"
                            .formatted(name, value));
        }
    }
}
