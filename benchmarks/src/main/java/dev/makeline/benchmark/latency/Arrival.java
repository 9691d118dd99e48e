package dev.makeline.benchmark.latency;

import java.time.Duration;

/// A call that is due at a time, whatever became of those before it.
///
/// @param due after the begin
public record Arrival<K>(Duration due, K kind) {}
