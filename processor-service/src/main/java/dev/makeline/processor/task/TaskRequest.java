package dev.makeline.processor.task;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ResourceClass;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The task that is wanted: one for each attempt at a job. Holds nothing that a person wrote, other
/// than what an administrator registered.
///
/// @param longest after which the task is ended, whatever it does
/// @param environment variables that the task gets: links to the objects of its job, which are
///   secrets
/// @param container that the job brings, for runners that start it themselves
/// @param again whether a task may have been asked for before for this attempt, by anybody
public record TaskRequest(
        JobId job,
        int attempt,
        ResourceClass resources,
        Duration longest,
        Map<String, String> environment,
        Optional<TaskContainer> container,
        boolean again) {

    public TaskRequest {
        environment = Map.copyOf(environment);
    }

    /// For a job that brings no container.
    public TaskRequest(
            JobId job,
            int attempt,
            ResourceClass resources,
            Duration longest,
            Map<String, String> environment,
            boolean again) {
        this(job, attempt, resources, longest, environment, Optional.empty(), again);
    }

    public TaskRequest with(Map<String, String> other) {
        return new TaskRequest(job, attempt, resources, longest, other, container, again);
    }

    @Override
    public String toString() {
        return "TaskRequest[job=%s, attempt=%d]".formatted(job, attempt);
    }
}
