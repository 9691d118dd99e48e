/// Processes that die, stand still, stop in order, or run several at once: nothing is lost and
/// nothing happens twice. Depends on a running instance.
@NullMarked
package dev.makeline.system.crash;

import org.jspecify.annotations.NullMarked;
