package dev.makeline.processor.run;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobState.Running;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.JobStore.Written;
import dev.makeline.protocol.job.Lease;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// A job that this task has claimed. Every write counts only while the job names this task's lease:
/// a task that slept past its lease changes nothing any more. Thread-safe.
final class HeldJob {

    /// What came of a write.
    enum Outcome {
        DONE,
        /// The job is another's by now, or over.
        LOST,
        /// The job is held, but what was to be written with it was refused.
        REFUSED
    }

    private final JobStore store;
    private final Lease lease;
    private Job job;
    private boolean ended;

    private HeldJob(JobStore store, Lease lease, Job job) {
        this.store = store;
        this.lease = lease;
        this.job = job;
    }

    /// Empty when the attempt is not there to be claimed.
    static Optional<HeldJob> claim(JobStore store, JobId id, int attempt, Instant now) {
        Lease lease = Lease.next(attempt);
        while (true) {
            Optional<Job> found = store.find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (found.get().state() instanceof Running running && running.isHeldBy(lease)) {
                return Optional.of(new HeldJob(store, lease, found.get()));
            }
            if (!(found.get().state() instanceof JobState.Starting starting)
                    || starting.attempt() != attempt) {
                return Optional.empty();
            }
            Job claimed = found.get().with(starting.toRunning(lease, now));
            if (store.replace(found.get(), claimed) == Written.DONE) {
                return Optional.of(new HeldJob(store, lease, claimed));
            }
        }
    }

    synchronized Job job() {
        return job;
    }

    /// A sign of life; none is needed once this task has ended the job.
    synchronized Outcome beat(int progress) {
        return ended ? Outcome.DONE : change(running -> running.progressed(progress), List.of());
    }

    Outcome end(Function<Running, JobState> end) {
        return change(end, List.of());
    }

    /// The end, with more that is written with it or not at all.
    synchronized Outcome change(
            Function<Running, JobState> to, Collection<TransactWriteItem> more) {
        while (job.state() instanceof Running running && running.isHeldBy(lease)) {
            Job next = job.with(to.apply(running));
            Written written = store.replace(job, next, more);
            if (written == Written.REFUSED) {
                return Outcome.REFUSED;
            }
            if (written == Written.DONE) {
                return done(next);
            }
            Job now = store.find(job.id()).orElse(next);
            if (now.equals(next)) {
                // Written before, by a request whose answer was lost.
                return done(next);
            }
            job = now;
        }
        return Outcome.LOST;
    }

    private Outcome done(Job next) {
        job = next;
        ended = !(next.state() instanceof Running);
        return Outcome.DONE;
    }
}
