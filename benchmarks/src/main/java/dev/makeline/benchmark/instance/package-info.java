/// An instance of Makeline as real processes on ports of its own, and what can be read from them:
/// CPU time, AWS requests, the REST API. Knows no benchmark.
@NullMarked
package dev.makeline.benchmark.instance;

import org.jspecify.annotations.NullMarked;
