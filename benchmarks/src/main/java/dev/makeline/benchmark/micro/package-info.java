/// JMH benchmarks of the inner loops that every make passes.
@NullMarked
package dev.makeline.benchmark.micro;

import org.jspecify.annotations.NullMarked;
