package dev.makeline.processor.run;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobState.Running;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.JobStore.Written;
import dev.makeline.protocol.job.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /// Of a lease: an interval of half of it, and a sign of life that takes two of these, are less.
    private static final int PARTS = 5;

    private final JobStore store;
    private final JobStore soon;
    private final Lease lease;
    private Job job;
    private boolean ended;

    private HeldJob(JobStore store, JobStore soon, Lease lease, Job job) {
        this.store = store;
        this.soon = soon;
        this.lease = lease;
        this.job = job;
    }

    /// Empty when the attempt is not there to be claimed.
    static Optional<HeldJob> claim(JobStore store, JobId id, int attempt, Instant now) {
        return claim(store, store, id, attempt, now);
    }

    /// The same.
    ///
    /// @param time after which the job is another's, unless there was a sign of life: these signs
    ///   are written well within it, or not at all
    static Optional<HeldJob> claim(
            JobStore store, Duration time, JobId id, int attempt, Instant now) {
        Duration part = time.dividedBy(PARTS);
        return claim(store, store.within(part, part.multipliedBy(2)), id, attempt, now);
    }

    private static Optional<HeldJob> claim(
            JobStore store, JobStore soon, JobId id, int attempt, Instant now) {
        Lease lease = Lease.next(attempt);
        while (true) {
            Optional<Job> found = store.find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (found.get().state() instanceof Running running && running.isHeldBy(lease)) {
                return Optional.of(new HeldJob(store, soon, lease, found.get()));
            }
            if (!(found.get().state() instanceof JobState.Starting starting)
                    || starting.attempt() != attempt) {
                return Optional.empty();
            }
            Job claimed = found.get().with(starting.toRunning(lease, now));
            if (store.replace(found.get(), claimed) == Written.DONE) {
                return Optional.of(new HeldJob(store, soon, lease, claimed));
            }
        }
    }

    synchronized Job job() {
        return job;
    }

    /// A sign of life; none is needed once this task has ended the job.
    synchronized Outcome beat(int progress) {
        return ended
                ? Outcome.DONE
                : change(soon, running -> running.progressed(progress), List.of(), _ -> {});
    }

    /// An end that is tried again where it could not be written in time.
    synchronized Outcome endSoon(Function<Running, JobState> end) {
        return change(soon, end, List.of(), _ -> {});
    }

    Outcome end(Function<Running, JobState> end) {
        return change(end, List.of(), _ -> {});
    }

    /// The end, with more that is written with it or not at all.
    ///
    /// @param refused takes each write that was refused
    synchronized Outcome change(
            Function<Running, JobState> to,
            Collection<TransactWriteItem> more,
            Consumer<TransactWriteItem> refused) {
        return change(store, to, more, refused);
    }

    private Outcome change(
            JobStore by,
            Function<Running, JobState> to,
            Collection<TransactWriteItem> more,
            Consumer<TransactWriteItem> refused) {
        while (job.state() instanceof Running running && running.isHeldBy(lease)) {
            Job next = job.with(to.apply(running));
            Written written = by.replace(job, next, more, refused);
            if (written == Written.REFUSED) {
                return Outcome.REFUSED;
            }
            if (written == Written.DONE) {
                return done(next);
            }
            Job now = by.find(job.id()).orElse(next);
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
