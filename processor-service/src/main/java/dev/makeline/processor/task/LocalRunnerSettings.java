package dev.makeline.processor.task;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param mostTasks at once
/// @param stopGrace how long a task that is told to stop may take before it is killed
@ConfigurationProperties("makeline.processor.local-runner")
public record LocalRunnerSettings(int mostTasks, Duration stopGrace) {

    private static final int MOST = 1_000;

    public LocalRunnerSettings {
        if (mostTasks < 1 || mostTasks > MOST) {
            throw new IllegalArgumentException(
                    "makeline.processor.local-runner.most-tasks must be from 1 to %d, not %d"
                            .formatted(MOST, mostTasks));
        }
        if (!stopGrace.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.processor.local-runner.stop-grace must be positive, for example 5s, not "
                            + stopGrace);
        }
    }
}
