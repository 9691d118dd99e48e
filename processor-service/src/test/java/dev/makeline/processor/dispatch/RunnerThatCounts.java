package dev.makeline.processor.dispatch;

import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.TaskStart;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.protocol.JobId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what it was asked to start and stop; its tasks do what the test says. It does not know
/// an attempt again: starting once is the dispatchers' own affair.
final class RunnerThatCounts implements TaskRunner {

    final List<TaskRequest> requests = new CopyOnWriteArrayList<>();
    final List<TaskId> stopped = new CopyOnWriteArrayList<>();
    private final Map<TaskId, TaskStatus> tasks = new ConcurrentHashMap<>();
    volatile boolean full;

    @Override
    public TaskStart start(TaskRequest request) {
        if (full) {
            return new TaskStart.NoCapacity("There is no room.");
        }
        requests.add(request);
        TaskId task = idOf(request.job(), request.attempt());
        tasks.put(task, new TaskStatus.Alive());
        return new TaskStart.Started(task);
    }

    @Override
    public TaskStatus look(TaskId task) {
        return tasks.getOrDefault(task, new TaskStatus.Unknown());
    }

    @Override
    public void stop(TaskId task) {
        stopped.add(task);
        tasks.put(task, new TaskStatus.Ended(143));
    }

    void end(JobId job, int attempt, int exitCode) {
        tasks.put(idOf(job, attempt), new TaskStatus.Ended(exitCode));
    }

    static TaskId idOf(JobId job, int attempt) {
        return new TaskId(job + ":" + attempt);
    }
}
