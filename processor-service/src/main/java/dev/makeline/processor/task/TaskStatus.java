package dev.makeline.processor.task;

import java.util.Optional;

/// How a task is doing.
public sealed interface TaskStatus {

    /// Asked for, and its process has not begun: capacity is found for it, its image is fetched.
    record Pending() implements TaskStatus {}

    /// Its process runs.
    record Alive() implements TaskStatus {}

    /// Its process ended.
    ///
    /// @param why a sentence, where the runner knows more than the exit code
    record Ended(int exitCode, Optional<String> why) implements TaskStatus {

        public Ended(int exitCode) {
            this(exitCode, Optional.empty());
        }
    }

    /// It is over without an exit code: it could not be started, or was taken away.
    ///
    /// @param why a sentence
    /// @param again whether another attempt may go better
    record Lost(String why, boolean again) implements TaskStatus {}

    /// The runner knows of no such task, or not any more.
    record Unknown() implements TaskStatus {}

    /// The runner could not be asked: nothing is known.
    record Unanswered() implements TaskStatus {}

    /// Whether there is a task that is not over.
    default boolean isLive() {
        return switch (this) {
            case Pending _, Alive _ -> true;
            case Ended _, Lost _, Unknown _, Unanswered _ -> false;
        };
    }
}
