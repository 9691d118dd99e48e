/// Finds the attempts that wait for a task, starts one for each, and sees to it that every job has
/// an end. Depends on task, grant and loop.
@NullMarked
package dev.makeline.processor.dispatch;

import org.jspecify.annotations.NullMarked;
