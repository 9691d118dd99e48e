package dev.makeline.processor.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.JobId;
import java.nio.file.Path;
import java.util.Optional;

/// What one job asks of its kind.
///
/// @param first the first of the jobs of which this one is the last retry; itself when it is none
/// @param input there for kinds that take a file
/// @param parameters fit the kind's schema
/// @param folder for files of this attempt alone; gone after it
public record Assignment(
        JobId job, JobId first, Optional<JobInput> input, JsonNode parameters, Path folder) {

    /// Of a job that is no retry.
    public Assignment(JobId job, Optional<JobInput> input, JsonNode parameters, Path folder) {
        this(job, job, input, parameters, folder);
    }

    /// Of kinds that take a file.
    public JobInput file() {
        return input.orElseThrow();
    }
}
