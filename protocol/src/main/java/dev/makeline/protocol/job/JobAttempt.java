package dev.makeline.protocol.job;

import java.time.Instant;
import java.util.Optional;

/// One attempt at a job, for people who ask how it went. Decisions are made on [Job] alone.
///
/// @param outcome its end, or the state in which it is
/// @param queuedAt UTC, as the other times
/// @param startingAt when a task was started; of several times the last, and empty while it waits
/// @param runningAt when the task claimed it
/// @param task what the runner calls the task
/// @param asked whether a task was ever asked for, also one that there was no room for
public record JobAttempt(
        int number,
        JobPhase outcome,
        String reason,
        Instant queuedAt,
        Optional<Instant> startingAt,
        Optional<Instant> runningAt,
        Optional<Instant> endedAt,
        Optional<String> task,
        boolean asked) {}
