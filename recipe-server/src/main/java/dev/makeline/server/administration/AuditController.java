package dev.makeline.server.administration;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.request.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/v1/audit`: what people and programs did and were refused.
@Controller("/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class AuditController {

    private final AuditSearch search;

    AuditController(AuditSearch search) {
        this.search = search;
    }

    @Get
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "listAudit",
            summary = "Who did what and was refused what, the newest first",
            description =
                    "Thirty days back unless from says otherwise. A page may have few events, or none, although more follow: go on with nextCursor until there is none.")
    Page<AuditItem> list(
            @Parameter(example = "access-refused") @QueryValue @Nullable String action,
            @QueryValue @Nullable String actor,
            @QueryValue @Nullable String target,
            @Parameter(schema = @Schema(type = "string", format = "date-time")) @QueryValue
                    @Nullable String from,
            @Parameter(schema = @Schema(type = "string", format = "date-time")) @QueryValue
                    @Nullable String until,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable String limit,
            @QueryValue @Nullable String cursor) {
        AuditFilters filters =
                new AuditFilters(
                        Optional.ofNullable(action),
                        Optional.ofNullable(actor),
                        Optional.ofNullable(target),
                        Optional.ofNullable(from),
                        Optional.ofNullable(until));
        return search.find(filters, Page.size(limit), Optional.ofNullable(cursor));
    }
}
