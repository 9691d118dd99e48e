package dev.makeline.processor.dispatch;

import dev.makeline.protocol.JobId;
import java.time.Duration;

/// How long an attempt waits that follows on a failed one. Doubles from attempt to attempt up to
/// five minutes, less up to a half by the job's id, so that jobs which failed together are not
/// tried again together. A pure function: every dispatcher comes to the same.
final class RetryDelay {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final double PARTS = 1_000;

    private RetryDelay() {}

    static Duration before(JobId job, int attempt) {
        if (attempt <= 1) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempt - 2, 16));
        Duration whole = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        double less = Math.floorMod(job.hashCode(), (int) PARTS) / PARTS / 2;
        return Duration.ofMillis((long) (whole.toMillis() * (1 - less)));
    }
}
