package dev.makeline.processor.task;

import dev.makeline.protocol.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class LocalTaskRunnerTest extends TaskRunnerContract {

    private static final String NAME = "task-of-";

    private final List<LocalTaskRunner> runners = new ArrayList<>();

    @AfterEach
    void stop() {
        runners.forEach(LocalTaskRunner::close);
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
