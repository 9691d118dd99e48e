/// Keeps calls away from a system that does not answer, and lets one at a time find out whether it
/// does again. Depends on the JDK and operations.
@NullMarked
package dev.makeline.sender.gate;

import org.jspecify.annotations.NullMarked;
