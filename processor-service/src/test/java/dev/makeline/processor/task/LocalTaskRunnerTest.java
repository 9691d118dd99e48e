package dev.makeline.processor.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalTaskRunnerTest extends TaskRunnerContract {

    private static final String NAME = "task-of-";

    private final List<LocalTaskRunner> runners = new ArrayList<>();

    @AfterEach
    void stop() {
        runners.forEach(LocalTaskRunner::close);
    }

    @Test
    void whenItIsClosedItsTasksAreOverAndNoneIsStartedAnyMore() {
        TaskRunner runner = ofTasksThatWork();
        AtomicInteger told = new AtomicInteger();
        JobId job = JobId.next(Instant.now());
        JobId another = JobId.next(Instant.now());
        runner.whenTaskEnds(() -> {
            told.incrementAndGet();
            runner.start(request(another, 1));
        });
        TaskId task = started(runner.start(request(job, 1)));

        assertThat(runner.endAll()).containsExactly(new AliveTask(task, job, 1));

        assertThat(processesOf(job)).isZero();
        await().untilAsserted(() -> assertThat(told).hasValue(1));
        assertThat(processesOf(another)).isZero();
        assertThat(runner.start(request(another, 1))).isInstanceOf(TaskStart.NoCapacity.class);
    }

    @Test
    void theTaskOfADispatcherThatIsGoneIsLostAndThatOfOneElsewhereIsNotKnown() {
        TaskRunner runner = ofTasksThatWork();
        LocalTaskId here = LocalTaskId.ofThisProcess(JobId.next(Instant.now()), 1);
        LocalTaskId gone =
                new LocalTaskId(here.host(), here.pid(), here.startedAt() - 1, here.job(), 1);
        LocalTaskId elsewhere =
                new LocalTaskId("elsewhere", here.pid(), here.startedAt() - 1, here.job(), 1);

        assertThat(status(runner, gone.id())).isInstanceOf(TaskStatus.Lost.class);
        assertThat(status(runner, elsewhere.id())).isEqualTo(new TaskStatus.Unknown());
        assertThat(status(runner, here.id())).isEqualTo(new TaskStatus.Unknown());
    }

    @Override
    protected TaskRunner ofTasksThatWork() {
        return runner("sleep 60 & wait");
    }

    @Override
    protected TaskRunner ofTasksThatEndWith(int exitCode) {
        return runner("exit " + exitCode);
    }

    @Override
    protected int processesOf(JobId job) {
        return (int)
                ProcessHandle.current()
                        .children()
                        .filter(child ->
                                child.info().commandLine().orElse("").contains(job.value()))
                        .count();
    }

    private LocalTaskRunner runner(String script) {
        TaskCommand command =
                new TaskCommand() {
                    @Override
                    public List<String> of(TaskRequest request) {
                        return List.of("bash", "-c", script, NAME + request.job());
                    }

                    @Override
                    public Map<String, String> environment() {
                        return Map.of();
                    }
                };
        LocalTaskRunner runner =
                new LocalTaskRunner(
                        command,
                        new LocalRunnerSettings(
                                2,
                                Duration.ofMillis(500),
                                Duration.ofMillis(500),
                                "job",
                                "job",
                                ""));
        runners.add(runner);
        return runner;
    }
}
