/// Keeps child processes running: starts them, waits until they are ready, starts them again when
/// they die, stops them in order. Knows nothing of Makeline; depends on the JDK alone.
@NullMarked
package dev.makeline.launcher.supervision;

import org.jspecify.annotations.NullMarked;
