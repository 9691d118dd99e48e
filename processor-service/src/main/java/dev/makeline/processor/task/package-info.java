/// Where tasks run: starting, looking at and stopping them. Depends on nothing of this service.
@NullMarked
package dev.makeline.processor.task;

import org.jspecify.annotations.NullMarked;
