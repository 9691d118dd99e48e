package dev.makeline.processor.task;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Set;

/// @param runner where tasks run: `local` or `ecs`
@ConfigurationProperties("makeline.processor")
public record RunnerSettings(String runner) {

    private static final Set<String> RUNNERS = Set.of("local", "ecs");

    public RunnerSettings {
        if (!RUNNERS.contains(runner)) {
            throw new IllegalArgumentException(
                    "makeline.processor.runner must be local (child processes on this machine) or ecs (Fargate tasks), not '%s'"
                            .formatted(runner));
        }
    }
}
