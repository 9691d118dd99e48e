package dev.makeline.processor.kind;

import com.fasterxml.jackson.databind.JsonNode;

/// What one kind of job does with a file. The kind's name and the schema of its parameters stand in
/// `dev.makeline.protocol.job.JobKinds`; [#run] gets none that do not fit. Without effects of its
/// own, so that it may be run again. Thread-safe.
public interface JobKind {

    String name();

    /// Exceptions count as failures of this attempt alone: another one may go well.
    JobResult run(JobInput input, JsonNode parameters, Progress progress);
}
