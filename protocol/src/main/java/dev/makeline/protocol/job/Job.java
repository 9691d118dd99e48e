package dev.makeline.protocol.job;

import dev.makeline.protocol.JobId;
import java.time.Instant;

/// A job as its row has it. Whoever writes its next state does so on the condition that the row is
/// still the one that was read ([#sequence]).
///
/// @param ownerId whose it is
/// @param sequence counts every write of the row, heartbeats included
/// @param createdAt UTC
public record Job(
        JobId id,
        String ownerId,
        JobOrder order,
        JobState state,
        long sequence,
        Instant createdAt) {

    public static Job created(JobId id, String ownerId, JobOrder order, Instant now) {
        return new Job(id, ownerId, order, JobState.Queued.first(now), 1, now);
    }

    public Job with(JobState next) {
        return new Job(id, ownerId, order, next, sequence + 1, createdAt);
    }
}
