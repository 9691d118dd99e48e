package dev.makeline.server.job;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
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
import java.util.List;

/// `/v1/containers`: the container images that jobs of the kind `container` may run. Administrators
/// say which they are.
@Controller("/v1/containers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Jobs")
final class ContainerController {

    @Schema(name = "Containers")
    record ContainerList(List<ContainerItem> items) {}

    private final Containers containers;

    ContainerController(Containers containers) {
        this.containers = containers;
    }

    @Get
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "listContainers",
            summary = "The container images that jobs may run, by name")
    ContainerList list() {
        return new ContainerList(containers.all().stream().map(ContainerItem::of).toList());
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
        JsonFields fields = JsonFields.of(body);
        return ContainerItem.of(
                containers.register(
                        request,
                        name,
                        fields.text("image"),
                        fields.texts("command"),
                        fields.text("summary"),
                        fields.optionalText("extension")));
    }

    @Delete("/{name}")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "removeContainer",
            summary = "Have no more jobs run a container image",
            description = "What runs goes on; attempts that begin from then on fail and say why.")
    @ApiResponse(responseCode = "204", description = "It is registered no more")
    HttpResponse<?> remove(HttpRequest<?> request, String name) {
        containers.remove(request, name);
        return HttpResponse.noContent();
    }
}
