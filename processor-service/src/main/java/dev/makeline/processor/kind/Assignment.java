package dev.makeline.processor.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.JobId;
import java.nio.file.Path;
import java.util.Optional;

/// What one job asks of its kind.
///
/// @param input there for kinds that take a file
/// @param parameters fit the kind's schema
/// @param folder for files of this attempt alone; gone after it
public record Assignment(JobId job, Optional<JobInput> input, JsonNode parameters, Path folder) {

    /// Of kinds that take a file.
    public JobInput file() {
        return input.orElseThrow();
    }
}
