/// Jobs as every process sees them: their states and what may follow on each, their rows, the kinds
/// of jobs and the parameters that each takes. Depends on the package above, Jackson and the
/// DynamoDB client.
@NullMarked
package dev.makeline.protocol.job;

import org.jspecify.annotations.NullMarked;
