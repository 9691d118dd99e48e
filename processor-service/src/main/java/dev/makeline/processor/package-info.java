/// processor-service: one program with two roles. `dispatch` starts a task for each attempt at a
/// job; `run` is such a task. This package starts, wires and stops what the packages below it hold;
/// nothing depends on it.
@NullMarked
package dev.makeline.processor;

import org.jspecify.annotations.NullMarked;
