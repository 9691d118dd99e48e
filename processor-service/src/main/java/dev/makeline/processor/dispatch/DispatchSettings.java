package dev.makeline.processor.dispatch;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How attempts are found and watched.
///
/// @param streamInterval between two reads of a stream that had nothing new
/// @param shardInterval between two looks for new shards
/// @param reconcileInterval between two readings of what is not over
/// @param reconcilePage jobs whose tasks are looked at together; a reading has as many pages as it
///   takes
/// @param sweepInterval between two looks for tasks that no attempt wants
/// @param resumeAfter how long an attempt may stand without a task on record until one is asked for
///   once more
/// @param prepareWithin how long a task may take until its process runs: capacity, image
/// @param claimWithin how long its process may take until it claims its attempt
/// @param drain how long a stop waits for turns in hand
@ConfigurationProperties("makeline.processor.dispatch")
public record DispatchSettings(
        Duration streamInterval,
        Duration shardInterval,
        Duration reconcileInterval,
        int reconcilePage,
        Duration sweepInterval,
        Duration resumeAfter,
        Duration prepareWithin,
        Duration claimWithin,
        Duration drain) {

    private static final int LARGEST_PAGE = 1_000;

    public DispatchSettings {
        positive("stream-interval", streamInterval);
        positive("shard-interval", shardInterval);
        positive("reconcile-interval", reconcileInterval);
        positive("sweep-interval", sweepInterval);
        positive("resume-after", resumeAfter);
        positive("prepare-within", prepareWithin);
        positive("claim-within", claimWithin);
        positive("drain", drain);
        if (resumeAfter.compareTo(claimWithin) >= 0) {
            throw new IllegalArgumentException(
                    "makeline.processor.dispatch.resume-after (%s) must be shorter than makeline.processor.dispatch.claim-within (%s)"
                            .formatted(resumeAfter, claimWithin));
        }
        if (reconcilePage < 1 || reconcilePage > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "makeline.processor.dispatch.reconcile-page must be from 1 to %d, not %d"
                            .formatted(LARGEST_PAGE, reconcilePage));
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
