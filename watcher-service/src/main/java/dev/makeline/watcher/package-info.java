/// watcher-service: notices every object version in the intake bucket and sends one upload job for
/// it. This package starts, wires and stops the loops of the packages below it; nothing depends on
/// it.
@NullMarked
package dev.makeline.watcher;

import org.jspecify.annotations.NullMarked;
