/// Measures jobs at an instance of its own. Depends on api and instance.
@NullMarked
package dev.makeline.benchmark.jobs;

import org.jspecify.annotations.NullMarked;
