package dev.makeline.benchmark.scale;

/// What one limit allows, all others aside.
///
/// @param what breaks
/// @param makesPerSecond above which it does; in proportion to the input `knob`
/// @param knob the input that lifts it
/// @param change what raising that input means
/// @param loses what happens to the makes beyond
public record Ceiling(
        String what, double makesPerSecond, String knob, String change, String loses) {}
