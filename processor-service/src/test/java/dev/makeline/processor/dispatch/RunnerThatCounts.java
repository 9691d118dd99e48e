package dev.makeline.processor.dispatch;

import dev.makeline.processor.task.AliveTask;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.TaskStart;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.protocol.JobId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Remembers what it was asked to start and stop; its tasks do what the test says. It does not know
/// an attempt again: starting once is the dispatchers' own affair.
final class RunnerThatCounts implements TaskRunner {

    final List<TaskRequest> requests = new CopyOnWriteArrayList<>();
    final List<TaskId> stopped = new CopyOnWriteArrayList<>();
    private final Map<TaskId, TaskStatus> tasks = new ConcurrentHashMap<>();
    volatile boolean full;
    volatile boolean losesTheAnswer;
    volatile boolean spoilt;

    @Override
    public TaskStart start(TaskRequest request) {
        if (full) {
            return new TaskStart.NoCapacity("There is no room.", Duration.ofMillis(500));
        }
        if (spoilt) {
            spoilt = false;
            return new TaskStart.Spoilt("Its token is used up.");
        }
        if (losesTheAnswer) {
            losesTheAnswer = false;
            add(request);
            return new TaskStart.Unclear("No answer came.", Duration.ofMillis(500));
        }
        if (request.again() && tasks.containsKey(idOf(request.job(), request.attempt()))) {
            return new TaskStart.Started(idOf(request.job(), request.attempt()));
        }
        return new TaskStart.Started(add(request));
    }

    private TaskId add(TaskRequest request) {
        requests.add(request);
        TaskId task = idOf(request.job(), request.attempt());
        tasks.put(task, new TaskStatus.Alive());
        return task;
    }

    @Override
    public Map<TaskId, TaskStatus> look(Collection<TaskId> asked) {
        return asked.stream()
                .collect(
                        Collectors.toMap(
                                task -> task,
                                task -> tasks.getOrDefault(task, new TaskStatus.Unknown())));
    }

    @Override
    public List<AliveTask> look() {
        return requests.stream()
                .map(request ->
                        new AliveTask(
                                idOf(request.job(), request.attempt()),
                                request.job(),
                                request.attempt()))
                .filter(one -> tasks.get(one.task()) instanceof TaskStatus.Alive)
                .toList();
    }

    @Override
    public void stop(TaskId task) {
        stopped.add(task);
        tasks.put(task, new TaskStatus.Ended(143));
    }

    void end(JobId job, int attempt, TaskStatus how) {
        tasks.put(idOf(job, attempt), how);
    }

    void end(JobId job, int attempt, int exitCode) {
        tasks.put(idOf(job, attempt), new TaskStatus.Ended(exitCode));
    }

    static TaskId idOf(JobId job, int attempt) {
        return new TaskId(job + ":" + attempt);
    }
}
