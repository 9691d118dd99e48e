package dev.makeline.server.job;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.ToLongFunction;

/// How long a job has waited, started and run, over all of its attempts.
@Schema(name = "JobTimes")
public record JobTimes(long waitingMillis, long startingMillis, long runningMillis) {

    static JobTimes of(List<AttemptItem> attempts) {
        return new JobTimes(
                sum(attempts, AttemptItem::waitingMillis),
                sum(attempts, AttemptItem::startingMillis),
                sum(attempts, AttemptItem::runningMillis));
    }

    private static long sum(List<AttemptItem> attempts, ToLongFunction<AttemptItem> part) {
        return attempts.stream().mapToLong(part).sum();
    }
}
