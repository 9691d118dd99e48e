package dev.makeline.processor.dispatch;

import dev.makeline.processor.dispatch.Sightings.Standing;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides what becomes of a job whose task does not do what it should. A pure function.
final class Verdict {

    private Verdict() {}

    /// The state that has to follow, or none while all is well.
    ///
    /// @param task as it was before the job was read, so that a task which ended well is not taken
    ///   for one that died
    static Optional<JobState> of(
            Job job,
            TaskStatus task,
            Standing standing,
            Duration claimWithin,
            Duration lease,
            Instant now) {
        return switch (job.state()) {
            case JobState.Starting starting ->
                    notClaimed(task, standing, claimWithin)
                            .map(why ->
                                    isForGood(task)
                                            ? starting.failed(now, why)
                                            : starting.attemptFailed(now, why, most(job)));
            case JobState.Running running
                    when standing.inPhase().compareTo(job.order().timeout().plus(lease)) > 0 ->
                    Optional.of(
                            running.timedOut(
                                    now,
                                    "The task did not end within %d s."
                                            .formatted(job.order().timeout().toSeconds())));
            case JobState.Running running ->
                    lost(task, standing, lease)
                            .map(why ->
                                    isForGood(task)
                                            ? running.failed(now, why)
                                            : running.attemptFailed(now, why, most(job)));
            case JobState.Queued _, JobState.Ended _ -> Optional.empty();
        };
    }

    private static int most(Job job) {
        return job.order().mostAttempts();
    }

    private static boolean isForGood(TaskStatus task) {
        return task instanceof TaskStatus.Ended(int exitCode)
                && RetryPolicy.of(exitCode) == RetryPolicy.FOR_GOOD;
    }

    private static Optional<String> notClaimed(
            TaskStatus task, Standing standing, Duration claimWithin) {
        if (task instanceof TaskStatus.Ended(int exitCode)) {
            return Optional.of(RetryPolicy.sentence(exitCode, "before it began"));
        }
        return standing.unchanged().compareTo(claimWithin) > 0
                ? Optional.of("No task began within %d s.".formatted(claimWithin.toSeconds()))
                : Optional.empty();
    }

    private static Optional<String> lost(TaskStatus task, Standing standing, Duration lease) {
        if (task instanceof TaskStatus.Ended(int exitCode)) {
            return Optional.of(RetryPolicy.sentence(exitCode, "and without a result"));
        }
        return standing.unchanged().compareTo(lease) > 0
                ? Optional.of(
                        "The task gave no sign of life for %d s.".formatted(lease.toSeconds()))
                : Optional.empty();
    }
}
