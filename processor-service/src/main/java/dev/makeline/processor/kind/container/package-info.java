/// Runs a container image that an administrator registered. Depends on kind, grant and task.
@NullMarked
package dev.makeline.processor.kind.container;

import org.jspecify.annotations.NullMarked;
