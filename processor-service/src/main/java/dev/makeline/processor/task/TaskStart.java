package dev.makeline.processor.task;

/// What came of starting a task.
public sealed interface TaskStart {

    record Started(TaskId task) implements TaskStart {}

    /// There is no room for it now; later there is.
    ///
    /// @param reason a sentence
    record NoCapacity(String reason) implements TaskStart {}

    /// It can't be started here, now or later.
    ///
    /// @param reason a sentence
    record Refused(String reason) implements TaskStart {}
}
