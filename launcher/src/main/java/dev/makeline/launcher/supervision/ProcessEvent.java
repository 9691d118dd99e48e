package dev.makeline.launcher.supervision;

import java.time.Duration;

/// What happened to one child process.
public sealed interface ProcessEvent {

    String name();

    record Started(String name, long pid) implements ProcessEvent {}

    record Ready(String name, Duration after) implements ProcessEvent {}

    /// Ended without being asked to; starts again after the pause.
    record Died(String name, int exitCode, Duration pause) implements ProcessEvent {}

    /// Does not start again.
    ///
    /// @param why completes the sentence "name …"
    record GaveUp(String name, String why) implements ProcessEvent {}
}
