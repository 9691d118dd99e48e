/// Tasks on Amazon ECS with Fargate. Depends on task.
@NullMarked
package dev.makeline.processor.task.ecs;

import org.jspecify.annotations.NullMarked;
