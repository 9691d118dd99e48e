package dev.makeline.processor.task;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tasks as child processes on this machine: so many at once, each with a heap of its own and
/// killed after its time. They get where things are and credentials of their own, never this
/// service's. Ended with this process.
public final class LocalTaskRunner implements TaskRunner {

    private static final Logger log = LoggerFactory.getLogger(LocalTaskRunner.class);

    /// Of ended tasks whose exit codes are kept; far more than a dispatcher looks at between two
    /// rounds.
    private static final int REMEMBERED = 10_000;

    private static final Executor LATER = task -> Thread.ofVirtual().start(task);

    private record Child(AliveTask task, Process process) {}

    private final TaskCommand command;
    private final LocalRunnerSettings settings;
    private final Map<TaskId, Child> alive = new LinkedHashMap<>();
    private final Map<TaskId, Integer> ended =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<TaskId, Integer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private volatile Runnable whenTaskEnds = () -> {};
    private boolean closed;

    public LocalTaskRunner(TaskCommand command, LocalRunnerSettings settings) {
        this.command = command;
        this.settings = settings;
    }

    @Override
    public void whenTaskEnds(Runnable action) {
        whenTaskEnds = action;
    }

    @Override
    public synchronized TaskStart start(TaskRequest request) {
        TaskId task = LocalTaskId.ofThisProcess(request.job(), request.attempt()).id();
        if (alive.containsKey(task) || ended.containsKey(task)) {
            return new TaskStart.Started(task);
        }
        if (closed) {
            return new TaskStart.NoCapacity("This dispatcher ends.", settings.fullPause());
        }
        if (alive.size() >= settings.mostTasks()) {
            return new TaskStart.NoCapacity(
                    "%d tasks are running, and no more may at once."
                            .formatted(settings.mostTasks()),
                    settings.fullPause());
        }
        try {
            Process process = launch(request);
            alive.put(
                    task,
                    new Child(new AliveTask(task, request.job(), request.attempt()), process));
            CompletableFuture<?> _ =
                    process.onExit()
                            .thenAccept(over -> end(request, task, over.exitValue()))
                            .thenRunAsync(() -> whenTaskEnds.run(), LATER);
            killAfter(process, request.longest());
            return new TaskStart.Started(task);
        } catch (IOException e) {
            log.atError()
                    .addKeyValue("jobId", request.job())
                    .addKeyValue("cause", e.getMessage())
                    .log("A task's process could not be started");
            return new TaskStart.NoCapacity(
                    "This machine could not start a process.", settings.fullPause());
        }
    }

    private Process launch(TaskRequest request) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.of(request));
        builder.environment().clear();
        builder.environment().putAll(TaskEnvironment.of(System.getenv(), settings));
        builder.environment().putAll(command.environment());
        builder.environment().putAll(request.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.redirectInput(ProcessBuilder.Redirect.PIPE);
        return builder.start();
    }

    private synchronized void end(TaskRequest request, TaskId task, int exitCode) {
        command.ended(request, exitCode);
        alive.remove(task);
        ended.put(task, exitCode);
    }

    @Override
    public synchronized Map<TaskId, TaskStatus> look(Collection<TaskId> tasks) {
        Map<TaskId, TaskStatus> statuses = new HashMap<>();
        tasks.forEach(task -> statuses.put(task, status(task)));
        return statuses;
    }

    private TaskStatus status(TaskId task) {
        if (alive.containsKey(task)) {
            return new TaskStatus.Alive();
        }
        return Optional.ofNullable(ended.get(task))
                .<TaskStatus>map(TaskStatus.Ended::new)
                .orElseGet(() -> statusOfAnother(task));
    }

    private static TaskStatus statusOfAnother(TaskId task) {
        return LocalTaskId.of(task).filter(LocalTaskId::isOrphan).isPresent()
                ? new TaskStatus.Lost("The dispatcher that ran the task ended.", true)
                : new TaskStatus.Unknown();
    }

    @Override
    public synchronized List<AliveTask> look() {
        return alive.values().stream().map(Child::task).toList();
    }

    @Override
    public void stop(TaskId task) {
        find(task)
                .ifPresent(process -> {
                    process.destroy();
                    killAfter(process, settings.stopGrace());
                });
    }

    private synchronized Optional<Process> find(TaskId task) {
        return Optional.ofNullable(alive.get(task)).map(Child::process);
    }

    private static void killAfter(Process process, Duration time) {
        CompletableFuture<?> _ =
                process.onExit()
                        .orTimeout(time.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionally(_ -> process.destroyForcibly());
    }

    /// Ends every task, starts none any more, and waits until all are over, which takes no longer
    /// than the time that tasks are given to end.
    @Override
    public List<AliveTask> endAll() {
        List<Child> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(alive.values());
        }
        left.forEach(child -> stop(child.task().task()));
        left.forEach(child -> child.process().onExit().join());
        return left.stream().map(Child::task).toList();
    }
}
