package dev.makeline.processor.task;

import dev.makeline.protocol.JobId;

/// A task that is being started or runs, with the attempt that it was started for.
public record AliveTask(TaskId task, JobId job, int attempt) {}
