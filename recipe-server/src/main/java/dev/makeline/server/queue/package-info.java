/// What administrators see and do about the queues: how much stands in them, the dead letters with
/// their cause, and sending these on their way again. Depends on access, audit, intake, problem and
/// request.
@NullMarked
package dev.makeline.server.queue;

import org.jspecify.annotations.NullMarked;
