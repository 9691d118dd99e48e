package dev.makeline.protocol.job;

import dev.makeline.protocol.FileId;
import java.time.Instant;
import java.util.List;

/// Where a job stands. Each state offers the changes that may follow on it and no others; the ends
/// offer none, so that a job has one end.
///
/// Times are UTC and never go back along the life of a job, whatever a machine's clock does: a
/// change that claims to be earlier than the state before it counts as made at that state's time.
public sealed interface JobState {

    int MOST_ATTEMPTS = 10;
    int WHOLE = 100;

    JobPhase phase();

    /// From 1.
    int attempt();

    /// Since when it stands so.
    Instant at();

    /// A sentence for a person.
    String reason();

    /// Not over yet.
    sealed interface Live extends JobState {

        default Cancelled cancelled(Instant now, String why) {
            return new Cancelled(attempt(), later(at(), now), why);
        }
    }

    /// Over for good.
    sealed interface Ended extends JobState {}

    /// Waits for a task.
    record Queued(int attempt, Instant at, String reason) implements Live {

        public Queued {
            checkAttempt(attempt);
        }

        public static Queued first(Instant at) {
            return new Queued(1, at, "The job was created.");
        }

        @Override
        public JobPhase phase() {
            return JobPhase.QUEUED;
        }

        /// Waits on, for another reason.
        public Queued heldBack(String why) {
            return new Queued(attempt, at, why);
        }

        /// Whoever writes this starts the task of this attempt; nobody else does.
        public Starting toStarting(Instant now) {
            return new Starting(attempt, later(at, now), "A task is being started.");
        }
    }

    /// A task is being started for the attempt, or was and has not claimed it.
    record Starting(int attempt, Instant at, String reason) implements Live {

        public Starting {
            checkAttempt(attempt);
        }

        @Override
        public JobPhase phase() {
            return JobPhase.STARTING;
        }

        /// By the task itself.
        ///
        /// @throws IllegalArgumentException when the lease is of another attempt
        public Running toRunning(Lease lease, Instant now) {
            if (lease.attempt() != attempt) {
                throw new IllegalArgumentException(
                        "The job is at attempt %d, not %d".formatted(attempt, lease.attempt()));
            }
            return new Running(lease, later(at, now), "A task works on it.", 0);
        }

        /// No task was started: the same attempt waits again.
        public Queued postponed(Instant now, String why) {
            return new Queued(attempt, later(at, now), why);
        }

        /// For good: no task can be started for it.
        public Failed failed(Instant now, String why) {
            return new Failed(attempt, later(at, now), why);
        }

        /// No task claimed the attempt in time, or it ended before.
        public JobState attemptFailed(Instant now, String why, int mostAttempts) {
            return next(attempt, later(at, now), why, mostAttempts);
        }
    }

    /// A task holds the job and works.
    ///
    /// @param progress 0 to 100
    record Running(Lease lease, Instant at, String reason, int progress) implements Live {

        public Running {
            if (progress < 0 || progress > WHOLE) {
                throw new IllegalArgumentException(
                        "Progress is from 0 to %d, not %d".formatted(WHOLE, progress));
            }
        }

        @Override
        public JobPhase phase() {
            return JobPhase.RUNNING;
        }

        @Override
        public int attempt() {
            return lease.attempt();
        }

        public boolean isHeldBy(Lease other) {
            return lease.equals(other);
        }

        /// Never goes back.
        public Running progressed(int now) {
            return new Running(lease, at, reason, Math.max(progress, now));
        }

        public Succeeded succeeded(List<FileId> outputs, Instant now, String what) {
            return new Succeeded(attempt(), later(at, now), what, outputs);
        }

        /// Its task was ended in good order, not by a fault: the same attempt waits again.
        public Queued handedBack(Instant now, String why) {
            return new Queued(attempt(), later(at, now), why);
        }

        /// For good: another attempt would fail alike.
        public Failed failed(Instant now, String why) {
            return new Failed(attempt(), later(at, now), why);
        }

        /// The task is gone, or failed at something that may go well the next time.
        public JobState attemptFailed(Instant now, String why, int mostAttempts) {
            return next(attempt(), later(at, now), why, mostAttempts);
        }

        public TimedOut timedOut(Instant now, String why) {
            return new TimedOut(attempt(), later(at, now), why);
        }
    }

    /// @param outputs the files that the job made, the main one first; never empty
    record Succeeded(int attempt, Instant at, String reason, List<FileId> outputs)
            implements Ended {

        public Succeeded {
            outputs = List.copyOf(outputs);
            if (outputs.isEmpty()) {
                throw new IllegalArgumentException("A job that succeeds has an output");
            }
        }

        @Override
        public JobPhase phase() {
            return JobPhase.SUCCEEDED;
        }
    }

    record Failed(int attempt, Instant at, String reason) implements Ended {

        @Override
        public JobPhase phase() {
            return JobPhase.FAILED;
        }
    }

    record Cancelled(int attempt, Instant at, String reason) implements Ended {

        @Override
        public JobPhase phase() {
            return JobPhase.CANCELLED;
        }
    }

    record TimedOut(int attempt, Instant at, String reason) implements Ended {

        @Override
        public JobPhase phase() {
            return JobPhase.TIMED_OUT;
        }
    }

    private static JobState next(int attempt, Instant at, String why, int mostAttempts) {
        return attempt < Math.min(mostAttempts, MOST_ATTEMPTS)
                ? new Queued(attempt + 1, at, why)
                : new Failed(attempt, at, why);
    }

    private static Instant later(Instant at, Instant now) {
        return now.isBefore(at) ? at : now;
    }

    static void checkAttempt(int attempt) {
        if (attempt < 1 || attempt > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "Attempts are from 1 to %d, not %d".formatted(MOST_ATTEMPTS, attempt));
        }
    }
}
