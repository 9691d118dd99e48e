package dev.makeline.processor.task;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ResourceClass;
import java.time.Duration;

/// The task that is wanted: one for each attempt at a job. Holds nothing that a person wrote.
///
/// @param longest after which the task is ended, whatever it does
/// @param again whether a task may have been asked for before for this attempt, by anybody
public record TaskRequest(
        JobId job, int attempt, ResourceClass resources, Duration longest, boolean again) {}
