package dev.makeline.processor.task;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// @param mostTasks at once
/// @param fullPause how long none is started after there was no room
/// @param taskAccessKeyId of the credentials that tasks get, which are not this service's
/// @param taskSecretAccessKey the same
/// @param cacheFolder where tasks leave what makes later ones start sooner; empty for nowhere
/// @param stopGrace how long a task that is told to stop may take before it is killed
@ConfigurationProperties("makeline.processor.local-runner")
public record LocalRunnerSettings(
        int mostTasks,
        Duration fullPause,
        Duration stopGrace,
        String taskAccessKeyId,
        String taskSecretAccessKey,
        String cacheFolder) {

    private static final int MOST = 1_000;

    public LocalRunnerSettings {
        if (mostTasks < 1 || mostTasks > MOST) {
            throw new IllegalArgumentException(
                    "makeline.processor.local-runner.most-tasks must be from 1 to %d, not %d"
                            .formatted(MOST, mostTasks));
        }
        positive("full-pause", fullPause);
        positive("stop-grace", stopGrace);
        if (taskAccessKeyId.isBlank() || taskSecretAccessKey.isBlank()) {
            throw new IllegalArgumentException(
                    "makeline.processor.local-runner.task-access-key-id and task-secret-access-key must be the credentials of tasks, for example job and job with the local stand-ins");
        }
    }

    public Optional<Path> cache() {
        return cacheFolder.isBlank() ? Optional.empty() : Optional.of(Path.of(cacheFolder));
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.processor.local-runner.%s must be positive, for example 5s, not %s"
                            .formatted(name, value));
        }
    }

    @Override
    public String toString() {
        return "LocalRunnerSettings[mostTasks=%d, fullPause=%s, stopGrace=%s, taskAccessKeyId=%s, taskSecretAccessKey=***, cacheFolder=%s]"
                .formatted(mostTasks, fullPause, stopGrace, taskAccessKeyId, cacheFolder);
    }
}
