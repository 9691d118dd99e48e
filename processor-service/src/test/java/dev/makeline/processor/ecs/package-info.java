/// A stand-in for Amazon ECS that really starts processes.
@NullMarked
package dev.makeline.processor.ecs;

import org.jspecify.annotations.NullMarked;
