package dev.makeline.processor.task;

import java.util.Optional;

/// How a task is doing.
public sealed interface TaskStatus {

    /// Being started, or running.
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

    /// The runner knows of no such task, or not any more, or could not be asked.
    record Unknown() implements TaskStatus {}
}
