/// What the fewest AWS calls that any design needs can reach against the same stand-ins. May depend
/// on the AWS SDK, `workload` and `instance`; never on a Makeline service.
@NullMarked
package dev.makeline.benchmark.floor;

import org.jspecify.annotations.NullMarked;
