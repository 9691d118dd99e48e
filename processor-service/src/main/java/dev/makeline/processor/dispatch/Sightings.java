package dev.makeline.processor.dispatch;

import dev.makeline.processor.task.TaskId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// For how long this service has seen a job stand still, by its own steady clock: the clocks of
/// tasks and dispatchers may differ by minutes. Not thread-safe.
final class Sightings {

    /// @param unchangedSince when the row was first seen as it is
    /// @param inPhaseSince when it was first seen in this state of this attempt
    /// @param begunSince when the process of its task was first seen to run in this state
    private record Sighting(
            long sequence,
            JobPhase phase,
            int attempt,
            Instant unchangedSince,
            Instant inPhaseSince,
            Optional<Instant> begunSince) {}

    /// @param unchanged since the last write of the row, heartbeats included
    /// @param inPhase since the state began
    /// @param begun since its task's process ran; zero while none was seen to
    record Standing(Duration unchanged, Duration inPhase, Duration begun) {}

    /// @param since when the state began in which the task was found on record: an attempt that is
    ///   handed back gets another one
    private record AttemptTask(int attempt, Instant since, TaskId task) {

        boolean isOf(JobState state) {
            return attempt == state.attempt() && since.equals(state.at());
        }
    }

    private final Map<JobId, Sighting> seen = new HashMap<>();
    private final Map<JobId, AttemptTask> tasks = new HashMap<>();

    /// The task of the job in this state, if it was kept.
    Optional<TaskId> task(Job job) {
        return Optional.ofNullable(tasks.get(job.id()))
                .filter(kept -> kept.isOf(job.state()))
                .map(AttemptTask::task);
    }

    TaskId keep(Job job, TaskId task) {
        tasks.put(job.id(), new AttemptTask(job.state().attempt(), job.state().at(), task));
        return task;
    }

    /// @param hasProcess whether the process of its task runs
    Standing see(Job job, boolean hasProcess, Instant now) {
        Sighting next = next(job, hasProcess, now);
        seen.put(job.id(), next);
        return new Standing(
                Duration.between(next.unchangedSince(), now),
                Duration.between(next.inPhaseSince(), now),
                Duration.between(next.begunSince().orElse(now), now));
    }

    private Sighting next(Job job, boolean hasProcess, Instant now) {
        Sighting before = seen.get(job.id());
        if (before != null && before.sequence() > job.sequence()) {
            // The index is a moment behind.
            return before;
        }
        boolean isSamePhase =
                before != null
                        && before.phase() == job.state().phase()
                        && before.attempt() == job.state().attempt();
        boolean isUnchanged = before != null && before.sequence() == job.sequence();
        Optional<Instant> begunSince =
                before != null && isSamePhase ? before.begunSince() : Optional.empty();
        return new Sighting(
                job.sequence(),
                job.state().phase(),
                job.state().attempt(),
                before != null && isUnchanged ? before.unchangedSince() : now,
                before != null && isSamePhase ? before.inPhaseSince() : now,
                begunSince.or(() -> hasProcess ? Optional.of(now) : Optional.empty()));
    }

    void keepOnly(Set<JobId> live) {
        seen.keySet().retainAll(live);
        tasks.keySet().retainAll(live);
    }
}
