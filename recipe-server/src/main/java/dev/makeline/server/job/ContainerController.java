package dev.makeline.server.job;

import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/v1/containers`: the container images that jobs of the kind `container` may run. Administrators
/// say which they are.
@Controller("/v1/containers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Jobs")
final class ContainerController {

    @Schema(name = "Containers")
    record ContainerList(List<ContainerItem> items) {}

    private final ContainerStore store;
    private final RequestAudit audit;
    private final InstantSource clock;

    ContainerController(ContainerStore store, RequestAudit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Get
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "listContainers",
            summary = "The container images that jobs may run, by name")
    ContainerList list() {
        return new ContainerList(store.all().stream().map(ContainerItem::of).toList());
    }

    @Put("/{name}")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "registerContainer",
            summary = "Register a container image, or another one under the same name",
            description =
                    "Attempts that begin from then on run it. It finds in its environment MAKELINE_INPUT_URL to GET the file from, MAKELINE_OUTPUT_URL to PUT the output to and MAKELINE_OUTPUT_TYPE, the Content-Type to PUT it with.")
    @ApiResponse(
            responseCode = "200",
            description = "It is registered",
            content = @Content(schema = @Schema(implementation = ContainerItem.class)))
    ContainerItem register(
            HttpRequest<?> request,
            String name,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ContainerBody.class)))
                    @Body
                    byte[] body) {
        ContainerImage container = read(request, name, JsonFields.of(body));
        store.put(container);
        audit.append(
                request,
                AuditAction.CONTAINER_REGISTERED,
                Optional.of(name),
                Map.of("image", container.image()));
        return ContainerItem.of(container);
    }

    private ContainerImage read(HttpRequest<?> request, String name, JsonFields fields) {
        String image = fields.text("image");
        List<String> command = fields.texts("command");
        String summary = fields.text("summary");
        Optional<String> extension = fields.optionalText("extension");
        List<String> problems = ContainerImage.problems(name, image, command, summary, extension);
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, String.join(" ", problems));
        }
        return new ContainerImage(
                name,
                image,
                command,
                summary,
                extension,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Caller.of(request).owner().value());
    }

    @Delete("/{name}")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "removeContainer",
            summary = "Have no more jobs run a container image",
            description = "What runs goes on; attempts that begin from then on fail and say why.")
    @ApiResponse(responseCode = "204", description = "It is registered no more")
    HttpResponse<?> remove(HttpRequest<?> request, String name) {
        if (!ContainerImage.isName(name) || !store.remove(name)) {
            return Problem.of(
                            ProblemType.CONTAINER_NOT_FOUND,
                            "No container is registered under this name.")
                    .response();
        }
        audit.append(request, AuditAction.CONTAINER_REMOVED, Optional.of(name), Map.of());
        return HttpResponse.noContent();
    }
}
