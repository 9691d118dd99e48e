/// How full the queues of the intake are. Depends on protocol.
@NullMarked
package dev.makeline.watcher.queues;

import org.jspecify.annotations.NullMarked;
