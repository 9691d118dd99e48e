/// What one make, one job and an idle hour use: requests, capacity units, processor time. Counted
/// at an instance of its own. May depend on `instance`, `pipeline`, `jobs` and `workload`.
@NullMarked
package dev.makeline.benchmark.usage;

import org.jspecify.annotations.NullMarked;
