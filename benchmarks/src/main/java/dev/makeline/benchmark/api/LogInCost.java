package dev.makeline.benchmark.api;

import dev.makeline.benchmark.latency.Percentiles;

/// What one log in takes.
///
/// @param cpuMillis of recipe-server's process, everything that it did meanwhile included
/// @param answered one after the other, so that none waits for another
public record LogInCost(double cpuMillis, Percentiles answered) {}
