/// Lists that come with the benchmarks as resources.
@NullMarked
package dev.makeline.benchmark.accuracy.words;

import org.jspecify.annotations.NullMarked;
