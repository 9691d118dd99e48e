package dev.makeline.protocol.job;

import java.time.Instant;

/// A line that a task wrote for the owner of its job.
///
/// @param position where it stands in the log: text order is the order of the lines; later attempts
///   come after earlier ones
/// @param at UTC, by the task's clock
public record LogLine(String position, int attempt, Instant at, String text) {}
