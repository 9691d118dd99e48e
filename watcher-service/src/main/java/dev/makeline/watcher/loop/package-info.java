/// Loops on virtual threads: pacing, back-off, what is said when something fails, draining. Depends
/// on nothing of the watcher.
@NullMarked
package dev.makeline.watcher.loop;

import org.jspecify.annotations.NullMarked;
