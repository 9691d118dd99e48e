/// Files as a kitchen drops them, the same for the same seed. May depend on Jackson alone.
@NullMarked
package dev.makeline.benchmark.workload;

import org.jspecify.annotations.NullMarked;
