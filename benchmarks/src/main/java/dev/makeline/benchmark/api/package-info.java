/// People and their files under the requests of many at once: each route's latency, and what a log
/// in takes of a processor. Depends on `instance` and `latency`.
@NullMarked
package dev.makeline.benchmark.api;

import org.jspecify.annotations.NullMarked;
