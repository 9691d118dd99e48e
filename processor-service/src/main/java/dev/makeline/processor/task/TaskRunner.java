package dev.makeline.processor.task;

/// Where tasks run. Thread-safe.
public interface TaskRunner {

    /// Starts the task of an attempt. Idempotent: for an attempt that has a task already, that task
    /// is the answer and no other one is started.
    TaskStart start(TaskRequest request);

    TaskStatus look(TaskId task);

    /// Has the task end soon; without effect on one that has ended.
    void stop(TaskId task);
}
