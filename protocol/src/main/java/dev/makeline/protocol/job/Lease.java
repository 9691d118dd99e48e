package dev.makeline.protocol.job;

import java.util.UUID;

/// What one task holds a job by: no write of a task counts unless the job names this very lease.
///
/// @param attempt from 1
/// @param token differs for any two tasks, also of one attempt
public record Lease(int attempt, String token) {

    public Lease {
        JobState.checkAttempt(attempt);
        if (token.isBlank()) {
            throw new IllegalArgumentException("A lease needs a token");
        }
    }

    public static Lease next(int attempt) {
        return new Lease(attempt, UUID.randomUUID().toString());
    }
}
