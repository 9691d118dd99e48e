/// Calls on a fixed schedule and the order statistics of what they took. Knows no instance.
@NullMarked
package dev.makeline.benchmark.latency;

import org.jspecify.annotations.NullMarked;
