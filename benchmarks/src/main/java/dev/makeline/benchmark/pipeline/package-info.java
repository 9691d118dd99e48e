/// Runs files through a whole instance and measures: drain, latency under load, what was lost or
/// doubled. May depend on `instance` and `workload`.
@NullMarked
package dev.makeline.benchmark.pipeline;

import org.jspecify.annotations.NullMarked;
