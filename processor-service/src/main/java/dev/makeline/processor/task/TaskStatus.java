package dev.makeline.processor.task;

/// How a task is doing.
public sealed interface TaskStatus {

    /// Being started, or running.
    record Alive() implements TaskStatus {}

    /// @param exitCode of its process
    record Ended(int exitCode) implements TaskStatus {}

    /// The runner knows of no such task, or not any more: it does not run.
    record Unknown() implements TaskStatus {}
}
