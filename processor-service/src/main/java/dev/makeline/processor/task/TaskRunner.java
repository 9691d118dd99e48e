package dev.makeline.processor.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where tasks run: start, look, stop. Thread-safe.
public interface TaskRunner extends AutoCloseable {

    /// Starts the task of an attempt. Idempotent: for an attempt that has a task already, that task
    /// is the answer and no other one is started.
    TaskStart start(TaskRequest request);

    /// How these tasks are doing; each that was asked for is answered. Ends those that outlived
    /// their time.
    Map<TaskId, TaskStatus> look(Collection<TaskId> tasks);

    /// Every task that is alive here, whoever started it. Ends those that outlived their time.
    List<AliveTask> look();

    /// Has the task end soon; without effect on one that has ended.
    void stop(TaskId task);

    /// To be told of ends, since there is room again; a runner that does not hear of them at once
    /// tells nothing.
    ///
    /// @param action done after each end of a task, on a thread of its own
    default void whenTaskEnds(Runnable action) {}

    /// The service ends: so do the tasks that can't go on without it, and no others.
    ///
    /// @return those that were ended, all of them over
    default List<AliveTask> endAll() {
        return List.of();
    }

    @Override
    default void close() {
        endAll();
    }
}
