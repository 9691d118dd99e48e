package dev.makeline.server.job;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Effect;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Orders once more what ended without success: a new job, since a job has one end. Idempotent for
/// the same effect. Thread-safe.
@Singleton
final class JobRetry {

    private final JobStore store;

    JobRetry(JobStore store) {
        this.store = store;
    }

    /// @param room throws when there may be no further job
    /// @throws ProblemException with 409 for a job that is not over, or succeeded
    Job of(Job job, Runnable room, Effect effect) {
        switch (job.state()) {
            case JobState.Failed _, JobState.Cancelled _, JobState.TimedOut _ -> {}
            case JobState.Succeeded _ ->
                    throw conflict("The job succeeded; order a new one to have it done again.");
            case JobState.Live _ ->
                    throw conflict("The job is not over; wait for its end, or cancel it first.");
        }
        Instant at = effect.at().truncatedTo(ChronoUnit.MILLIS);
        Job again =
                Job.created(
                        JobId.derived(at, "retry " + effect.id()),
                        job.ownerId(),
                        job.order().again(job.id()),
                        at);
        Optional<Job> before = store.find(again.id());
        if (before.isPresent()) {
            return before.get();
        }
        room.run();
        boolean isNew = store.create(again, store.parameters(job.id()).orElse("{}"));
        return isNew ? again : store.find(again.id()).orElse(again);
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.STATE_CONFLICT, detail);
    }
}
