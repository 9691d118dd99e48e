package dev.makeline.benchmark.latency;

import java.time.Duration;
import java.util.Optional;

/// What came of one call.
///
/// @param lag from the time that it was due to its begin: what the machine kept the caller waiting
/// @param latency from the time that it was due, so that waiting for its turn counts
/// @param failure what went wrong; the latency says nothing then
public record Answered<K>(K kind, Duration lag, Duration latency, Optional<String> failure) {}
