package dev.makeline.benchmark.pipeline;

import dev.makeline.benchmark.latency.Percentiles;

/// Time from the end of a put to the first GET that answered with the make, under open-loop load.
///
/// @param offered makes put a second by schedule
/// @param put makes put a second in fact; less than offered when the machine could not
public record Latency(double offered, double put, Percentiles readable) {}
