package dev.makeline.server.job;

import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.JobStore.Written;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Ends a job that is not over. Its task, if there is one, changes nothing from then on, and is
/// stopped within a heartbeat. Idempotent. Thread-safe.
@Singleton
final class JobCancellation {

    /// A job changes with each sign of life of its task.
    private static final int ATTEMPTS = 20;

    private final JobStore store;
    private final InstantSource clock;

    JobCancellation(JobStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @throws ProblemException with 409 for a job that ended otherwise
    Job cancel(Job found, String why) {
        Job job = found;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (job.state()) {
                case JobState.Cancelled _ -> {
                    return job;
                }
                case JobState.Ended ended ->
                        throw new ProblemException(
                                ProblemType.STATE_CONFLICT,
                                "The job is over already: %s.".formatted(ended.phase().label()));
                case JobState.Live live -> {
                    Job next = job.with(live.cancelled(clock.instant(), why));
                    if (store.replace(job, next) == Written.DONE) {
                        return next;
                    }
                    job = store.find(job.id()).orElse(next);
                }
            }
        }
        throw new UnavailableException("The job is changed by others without end");
    }
}
