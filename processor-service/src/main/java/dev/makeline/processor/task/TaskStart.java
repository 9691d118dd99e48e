package dev.makeline.processor.task;

import java.time.Duration;

/// What came of starting a task.
public sealed interface TaskStart {

    record Started(TaskId task) implements TaskStart {}

    /// There is no room for it now; later there is. Nothing was started.
    ///
    /// @param reason a sentence
    /// @param pause before any task is asked for again
    record NoCapacity(String reason, Duration pause) implements TaskStart {}

    /// Nobody can say whether it was started, since no answer came. Starting it again tells.
    ///
    /// @param reason a sentence
    /// @param pause before any task is asked for again
    record Unclear(String reason, Duration pause) implements TaskStart {}

    /// This attempt can't have a task any more; another one may. Nothing was started.
    ///
    /// @param reason a sentence
    record Spoilt(String reason) implements TaskStart {}

    /// It can't be started here, now or later.
    ///
    /// @param reason a sentence
    record Refused(String reason) implements TaskStart {}
}
