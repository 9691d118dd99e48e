package dev.makeline.server.administration;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/// `/v1/services`: whether all parts of this installation run.
@Controller("/v1/services")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class ServiceController {

    @Schema(name = "Services")
    record ServiceList(List<ServiceItem> items) {}

    private final ServiceHealth health;

    ServiceController(ServiceHealth health) {
        this.health = health;
    }

    @Get
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "listServices",
            summary = "Every service, its instances, and what they lack",
            description =
                    "From signs of life that each instance writes every 15 seconds. One that ended orderly leaves none; one that died is told of for 15 minutes.")
    ServiceList list() {
        return new ServiceList(health.now());
    }
}
