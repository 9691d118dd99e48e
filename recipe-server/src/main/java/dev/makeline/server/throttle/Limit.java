package dev.makeline.server.throttle;

import java.time.Duration;

/// How many of one thing are let through within a window, which begins with the first of them.
///
/// @param name keeps the counts of different things apart
/// @param most at least 1
record Limit(String name, int most, Duration window) {}
