package dev.makeline.processor.task;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param mostTasks at once
/// @param fullPause how long none is started after there was no room
/// @param stopGrace how long a task that is told to stop may take before it is killed
@ConfigurationProperties("makeline.processor.local-runner")
public record LocalRunnerSettings(int mostTasks, Duration fullPause, Duration stopGrace) {

    private static final int MOST = 1_000;

    public LocalRunnerSettings {
        if (mostTasks < 1 || mostTasks > MOST) {
            throw new IllegalArgumentException(
                    "makeline.processor.local-runner.most-tasks must be from 1 to %d, not %d"
                            .formatted(MOST, mostTasks));
        }
        positive("full-pause", fullPause);
        positive("stop-grace", stopGrace);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.processor.local-runner.%s must be positive, for example 5s, not %s"
                            .formatted(name, value));
        }
    }
}
