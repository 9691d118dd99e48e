package dev.makeline.processor.dispatch;

import dev.makeline.processor.dispatch.Sightings.Standing;
import dev.makeline.processor.run.ExitCode;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides what becomes of a job whose task does not do what it should. A pure function.
final class Verdict {

    private Verdict() {}

    /// @param prepare until the process of a task runs
    /// @param claim from then on until it claims its attempt
    /// @param lease how long it may be silent after that
    record Limits(Duration prepare, Duration claim, Duration lease) {}

    /// The state that has to follow, or none while all is well.
    ///
    /// @param task the one on record, if any, as it was before the job was read, so that a task
    ///   which ended well is not taken for one that died
    static Optional<JobState> of(
            Job job, Optional<TaskStatus> task, Standing standing, Limits limits, Instant now) {
        return switch (job.state()) {
            case JobState.Starting starting ->
                    task.isEmpty()
                            ? neverAsked(starting, standing, limits.claim(), now)
                            : notClaimed(task.get(), standing, limits)
                                    .map(why -> failed(starting, why, job, now));
            case JobState.Running running when isOver(job, standing, limits) ->
                    Optional.of(
                            running.timedOut(
                                    now,
                                    "The task did not end within %d s."
                                            .formatted(job.order().timeout().toSeconds())));
            case JobState.Running running ->
                    lost(task.orElseGet(TaskStatus.Unknown::new), standing.unchanged(), limits)
                            .map(why -> failed(running, why, job, now));
            case JobState.Queued _, JobState.Ended _ -> Optional.empty();
        };
    }

    private static boolean isOver(Job job, Standing standing, Limits limits) {
        return standing.inPhase().compareTo(job.order().timeout().plus(limits.lease())) > 0;
    }

    /// What went wrong, and whether another attempt may go better.
    private record Why(String reason, boolean again) {}

    private static JobState failed(JobState.Starting starting, Why why, Job job, Instant now) {
        return why.again()
                ? starting.attemptFailed(now, why.reason(), job.order().mostAttempts())
                : starting.failed(now, why.reason());
    }

    private static JobState failed(JobState.Running running, Why why, Job job, Instant now) {
        return why.again()
                ? running.attemptFailed(now, why.reason(), job.order().mostAttempts())
                : running.failed(now, why.reason());
    }

    /// An attempt without a task costs nothing.
    private static Optional<JobState> neverAsked(
            JobState.Starting starting, Standing standing, Duration claimWithin, Instant now) {
        return standing.unchanged().compareTo(claimWithin) > 0
                ? Optional.of(
                        starting.postponed(
                                now,
                                "No task is known to have been started within %d s; it is tried again."
                                        .formatted(claimWithin.toSeconds())))
                : Optional.empty();
    }

    private static Optional<Why> notClaimed(TaskStatus task, Standing standing, Limits limits) {
        return switch (task) {
            case TaskStatus.Ended(int exitCode, Optional<String> why) ->
                    ended(exitCode, "before it began", why);
            case TaskStatus.Lost(String why, boolean again) -> Optional.of(new Why(why, again));
            case TaskStatus.Alive _ ->
                    later(standing.begun(), limits.claim(), "The task did not begin within %d s.");
            case TaskStatus.Unknown _ ->
                    later(standing.inPhase(), limits.claim(), "No task began within %d s.");
            case TaskStatus.Pending _, TaskStatus.Unanswered _ ->
                    later(standing.inPhase(), limits.prepare(), "No task began within %d s.");
        };
    }

    private static Optional<Why> lost(TaskStatus task, Duration silent, Limits limits) {
        return switch (task) {
            case TaskStatus.Ended(int exitCode, Optional<String> why)
                    when !ExitCode.isOfAnother(exitCode) ->
                    ended(exitCode, "and without a result", why);
            case TaskStatus.Lost(String why, boolean again) -> Optional.of(new Why(why, again));
            // A task that found the attempt taken says nothing of the one that has it.
            case TaskStatus.Ended _,
                    TaskStatus.Pending _,
                    TaskStatus.Alive _,
                    TaskStatus.Unknown _,
                    TaskStatus.Unanswered _ ->
                    later(silent, limits.lease(), "The task gave no sign of life for %d s.");
        };
    }

    private static Optional<Why> ended(int exitCode, String how, Optional<String> why) {
        String sentence = RetryPolicy.sentence(exitCode, how);
        return Optional.of(
                new Why(
                        why.map(more -> sentence + " " + more).orElse(sentence),
                        RetryPolicy.of(exitCode) == RetryPolicy.AGAIN));
    }

    private static Optional<Why> later(Duration since, Duration longest, String sentence) {
        return since.compareTo(longest) > 0
                ? Optional.of(new Why(sentence.formatted(longest.toSeconds()), true))
                : Optional.empty();
    }
}
