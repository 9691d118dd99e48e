package dev.makeline.processor.task.ecs;

import dev.makeline.processor.task.TaskContainer;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import java.time.Duration;
import java.util.List;

/// Where on ECS tasks run; read when `makeline.processor.runner` is `ecs`.
///
/// @param cluster name or ARN
/// @param taskDefinition family, `family:revision` or ARN
/// @param container of the task definition that gets the command
/// @param subnets ids, at least one
/// @param securityGroups ids, at least one
/// @param assignPublicIp whether tasks get a public address, as they need in public subnets
/// @param spot whether Fargate Spot is asked first
/// @param firstPause how long nothing is started after there was no room; doubles with each time
/// @param longestPause what it doubles up to
@Requires(property = "makeline.processor.runner", value = "ecs")
@ConfigurationProperties("makeline.processor.ecs")
public record EcsSettings(
        String cluster,
        String taskDefinition,
        String container,
        List<String> subnets,
        List<String> securityGroups,
        boolean assignPublicIp,
        boolean spot,
        Duration firstPause,
        Duration longestPause) {

    public EcsSettings {
        named("cluster", cluster, "the ECS cluster, for example makeline");
        named("task-definition", taskDefinition, "the task definition, for example makeline-task");
        named("container", container, "the task definition's container, for example task");
        if (container.equals(TaskContainer.NAME)) {
            throw new IllegalArgumentException(
                    "makeline.processor.ecs.container is %s, as the container is called that a job brings; the task's own must have another name, for example task"
                            .formatted(container));
        }
        subnets = ids("subnets", subnets, "subnet-0a1b2c3d");
        securityGroups = ids("security-groups", securityGroups, "sg-0a1b2c3d");
        if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "makeline.processor.ecs.first-pause (%s) must be positive and no longer than makeline.processor.ecs.longest-pause (%s)"
                            .formatted(firstPause, longestPause));
        }
    }

    private static void named(String name, String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "makeline.processor.ecs.%s is empty; with makeline.processor.runner=ecs it must name %s"
                            .formatted(name, what));
        }
    }

    private static List<String> ids(String name, List<String> values, String example) {
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "makeline.processor.ecs.%s has '%s'; with makeline.processor.runner=ecs it must list ids, for example %s"
                            .formatted(name, String.join(",", values), example));
        }
        return List.copyOf(values);
    }
}
