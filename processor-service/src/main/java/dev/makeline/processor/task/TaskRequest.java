package dev.makeline.processor.task;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ResourceClass;
import java.time.Duration;
import java.util.Map;

/// The task that is wanted: one for each attempt at a job. Holds nothing that a person wrote.
///
/// @param longest after which the task is ended, whatever it does
/// @param environment variables that the task gets: links to the objects of its job, which are
///   secrets
/// @param again whether a task may have been asked for before for this attempt, by anybody
public record TaskRequest(
        JobId job,
        int attempt,
        ResourceClass resources,
        Duration longest,
        Map<String, String> environment,
        boolean again) {

    public TaskRequest {
        environment = Map.copyOf(environment);
    }

    @Override
    public String toString() {
        return "TaskRequest[job=%s, attempt=%d]".formatted(job, attempt);
    }
}
