package dev.makeline.processor.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ResourceClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every runner of tasks does, wherever its tasks run.
public abstract class TaskRunnerContract {

    /// A runner with room for two tasks, each of which works until it is stopped.
    protected abstract TaskRunner ofTasksThatWork();

    /// A runner whose tasks end by themselves at once.
    protected abstract TaskRunner ofTasksThatEndWith(int exitCode);

    /// How many processes were really started for an attempt.
    protected abstract int processesOf(JobId job);

    /// Has time pass for a runner whose clock the test sets.
    protected void pass(Duration time) {}

    @Test
    void aStartedTaskIsAliveUntilItEndsWithItsExitCode() {
        TaskRunner runner = ofTasksThatEndWith(7);

        TaskId task = started(runner.start(request(JobId.next(Instant.now()), 1)));

        await().untilAsserted(
                        () -> assertThat(status(runner, task)).isEqualTo(new TaskStatus.Ended(7)));
    }

    @Test
    void startingAnAttemptTwiceIsOneTask() {
        TaskRunner runner = ofTasksThatWork();
        JobId job = JobId.next(Instant.now());

        TaskId first = started(runner.start(request(job, 1)));
        TaskId again = started(runner.start(request(job, 1)));

        assertThat(again).isEqualTo(first);
        await().untilAsserted(() -> assertThat(processesOf(job)).isEqualTo(1));
        runner.stop(first);
    }

    @Test
    void anotherAttemptIsAnotherTask() {
        TaskRunner runner = ofTasksThatWork();
        JobId job = JobId.next(Instant.now());

        TaskId first = started(runner.start(request(job, 1)));
        TaskId second = started(runner.start(request(job, 2)));

        assertThat(second).isNotEqualTo(first);
        runner.stop(first);
        runner.stop(second);
    }

    @Test
    void withoutRoomNothingStartsUntilATaskEnds() {
        TaskRunner runner = ofTasksThatWork();
        TaskId first = started(runner.start(request(JobId.next(Instant.now()), 1)));
        TaskId second = started(runner.start(request(JobId.next(Instant.now()), 1)));
        TaskRequest third = request(JobId.next(Instant.now()), 1);

        assertThat(runner.start(third)).isInstanceOf(TaskStart.NoCapacity.class);

        runner.stop(first);
        await().untilAsserted(() ->
                assertThat(runner.start(third)).isInstanceOf(TaskStart.Started.class));
        runner.stop(second);
        runner.stop(started(runner.start(third)));
    }

    @Test
    void aStoppedTaskEndsAndMayBeStoppedAgain() {
        TaskRunner runner = ofTasksThatWork();
        TaskId task = started(runner.start(request(JobId.next(Instant.now()), 1)));
        assertThat(status(runner, task)).isEqualTo(new TaskStatus.Alive());

        runner.stop(task);
        runner.stop(task);

        await().untilAsserted(() ->
                assertThat(status(runner, task)).isInstanceOf(TaskStatus.Ended.class));
    }

    @Test
    void aTaskThatOutlivesItsTimeIsEnded() {
        TaskRunner runner = ofTasksThatWork();

        TaskId task =
                started(
                        runner.start(
                                new TaskRequest(
                                        JobId.next(Instant.now()),
                                        1,
                                        ResourceClass.SMALL,
                                        Duration.ofMillis(300),
                                        Map.of(),
                                        false)));
        pass(Duration.ofSeconds(1));

        await().untilAsserted(() ->
                assertThat(status(runner, task)).isInstanceOf(TaskStatus.Ended.class));
    }

    @Test
    void theTasksThatAreAliveAreFoundWithTheirAttempts() {
        TaskRunner runner = ofTasksThatWork();
        JobId job = JobId.next(Instant.now());

        TaskId task = started(runner.start(request(job, 2)));

        assertThat(runner.look()).containsExactly(new AliveTask(task, job, 2));
        runner.stop(task);
        await().untilAsserted(() -> assertThat(runner.look()).isEmpty());
    }

    @Test
    void nothingIsKnownOfATaskOfSomebodyElse() {
        TaskRunner runner = ofTasksThatWork();

        assertThat(status(runner, new TaskId("nobody's"))).isEqualTo(new TaskStatus.Unknown());
        runner.stop(new TaskId("nobody's"));
    }

    protected static TaskRequest request(JobId job, int attempt) {
        return new TaskRequest(
                job, attempt, ResourceClass.SMALL, Duration.ofMinutes(1), Map.of(), false);
    }

    protected static TaskId started(TaskStart start) {
        return switch (start) {
            case TaskStart.Started(TaskId task) -> task;
            case TaskStart.NoCapacity(String reason, Duration _) ->
                    throw new AssertionError(reason);
            case TaskStart.Unclear(String reason, Duration _) -> throw new AssertionError(reason);
            case TaskStart.Spoilt(String reason) -> throw new AssertionError(reason);
            case TaskStart.Refused(String reason) -> throw new AssertionError(reason);
        };
    }

    protected static TaskStatus status(TaskRunner runner, TaskId task) {
        return Optional.ofNullable(runner.look(List.of(task)).get(task)).orElseThrow();
    }
}
