package dev.makeline.server.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.server.access.Needs;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/// `/v1/job-kinds`: what can be done with files.
@Controller("/v1/job-kinds")
@Tag(name = "Jobs")
final class JobKindController {

    @Schema(name = "JobKind")
    record KindItem(
            @Schema(example = "append-text") String kind,
            String summary,
            @Schema(description = "Whether a job of this kind needs a fileId") boolean takesFile,
            @Schema(
                            description = "A scope that ordering such a job needs beside jobs:run",
                            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                    @JsonInclude(JsonInclude.Include.NON_ABSENT)
                    Optional<String> scope,
            @Schema(type = "object", description = "JSON Schema") JsonNode parameters) {}

    @Schema(name = "JobKinds")
    record KindList(List<KindItem> items) {}

    @Get
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "listJobKinds",
            summary = "The kinds of jobs, each with a JSON Schema of its parameters")
    KindList list() {
        return new KindList(
                JobKinds.all().stream()
                        .map(kind ->
                                new KindItem(
                                        kind.name(),
                                        kind.summary(),
                                        kind.takesFile(),
                                        kind.needs().map(Scope::label),
                                        kind.schema()))
                        .toList());
    }
}
