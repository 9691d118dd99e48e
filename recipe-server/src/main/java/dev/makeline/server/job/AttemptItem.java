package dev.makeline.server.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.job.JobAttempt;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// One attempt at a job, with how long each part of it took, or has taken so far.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "JobAttempt")
public record AttemptItem(
        int attempt,
        String state,
        String reason,
        Instant queuedAt,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Instant> startingAt,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Instant> runningAt,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Instant> endedAt,
        long waitingMillis,
        long startingMillis,
        long runningMillis) {

    static AttemptItem of(JobAttempt attempt, Instant now) {
        Instant end = attempt.endedAt().orElse(now);
        Instant queuedUntil = first(attempt.startingAt(), attempt.runningAt(), end);
        Instant startedUntil = attempt.runningAt().orElse(end);
        return new AttemptItem(
                attempt.number(),
                attempt.outcome().label(),
                attempt.reason(),
                attempt.queuedAt(),
                attempt.startingAt(),
                attempt.runningAt(),
                attempt.endedAt(),
                millis(attempt.queuedAt(), queuedUntil),
                attempt.startingAt().map(from -> millis(from, startedUntil)).orElse(0L),
                attempt.runningAt().map(from -> millis(from, end)).orElse(0L));
    }

    private static Instant first(Optional<Instant> one, Optional<Instant> other, Instant last) {
        return Stream.of(one, other).flatMap(Optional::stream).findFirst().orElse(last);
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
