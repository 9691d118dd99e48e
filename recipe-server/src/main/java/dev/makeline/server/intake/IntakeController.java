package dev.makeline.server.intake;

import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// `/v1/intake`: what became of every object of the bucket.
@Controller("/v1/intake")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Intake")
final class IntakeController {

    private final IntakeLedger ledger;
    private final IntakeOverview overview;
    private final IntakeActions actions;

    IntakeController(IntakeLedger ledger, IntakeOverview overview, IntakeActions actions) {
        this.ledger = ledger;
        this.overview = overview;
        this.actions = actions;
    }

    @Get
    @Needs(Scope.RECIPES_READ)
    @Operation(
            operationId = "listIntake",
            summary = "What became of every object, the newest change first")
    Page<IntakeItem> list(
            @QueryValue @Nullable String state,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        return overview.list(
                Optional.ofNullable(state), Page.size(limit), Optional.ofNullable(cursor));
    }

    @Get("/summary")
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "summarizeIntake", summary = "How many objects are in each state")
    IntakeSummary summary() {
        return overview.summary();
    }

    @Get("/{objectId}")
    @Needs(Scope.RECIPES_READ)
    @Operation(operationId = "getIntakeEntry", summary = "What became of one object")
    @ApiResponse(
            responseCode = "200",
            description = "The object and its state",
            content = @Content(schema = @Schema(implementation = IntakeItem.class)))
    HttpResponse<?> get(String objectId) {
        return ledger.find(objectId)
                .<HttpResponse<?>>map(entry -> HttpResponse.ok(IntakeItem.of(entry)))
                .orElseGet(() -> unknown(objectId));
    }

    @Post("/{objectId}/retry")
    @Needs(Scope.INTAKE_MANAGE)
    @Operation(
            operationId = "retryIntakeEntry",
            summary = "Submit a rejected, waiting or queued object again")
    @ApiResponse(
            responseCode = "200",
            description = "The object, queued",
            content = @Content(schema = @Schema(implementation = IntakeItem.class)))
    HttpResponse<?> retry(HttpRequest<?> request, String objectId) {
        return answer(objectId, actions.retry(request, objectId), "retried");
    }

    @Post("/retry")
    @Needs(Scope.INTAKE_MANAGE)
    @Operation(
            operationId = "retryIntake",
            summary = "Submit all rejected or all waiting objects again, some hundred in one call")
    IntakeActions.Retried retryAll(
            HttpRequest<?> request,
            @QueryValue @Nullable String state,
            @Parameter(
                            description =
                                    "From the answer before, to call again for those that are left",
                            schema = @Schema(type = "string", format = "date-time"))
                    @QueryValue
                    @Nullable
                    String until) {
        return actions.retryAll(
                request,
                IntakeStates.retried(Optional.ofNullable(state)),
                Optional.ofNullable(until).map(IntakeController::instant));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "The parameter until is a time in UTC, such as 2026-11-20T18:00:00Z.");
        }
    }

    @Post("/{objectId}/dismiss")
    @Needs(Scope.INTAKE_MANAGE)
    @Operation(
            operationId = "dismissIntakeEntry",
            summary = "Say that it is fine that this object was rejected, or waits")
    @ApiResponse(
            responseCode = "200",
            description = "The object, dismissed with its reason",
            content = @Content(schema = @Schema(implementation = IntakeItem.class)))
    HttpResponse<?> dismiss(HttpRequest<?> request, String objectId) {
        return answer(objectId, actions.dismiss(request, objectId), "dismissed");
    }

    private static HttpResponse<?> answer(
            String objectId, IntakeActions.Done done, String attempted) {
        return switch (done) {
            case IntakeActions.Done.Changed(var entry) -> HttpResponse.ok(IntakeItem.of(entry));
            case IntakeActions.Done.Refused(var state) ->
                    Problem.of(
                                    ProblemType.STATE_CONFLICT,
                                    "This object is %s and cannot be %s."
                                            .formatted(state, attempted))
                            .response();
            case IntakeActions.Done.Unknown() -> unknown(objectId);
        };
    }

    private static HttpResponse<?> unknown(String objectId) {
        return Problem.of(
                        ProblemType.OBJECT_NOT_FOUND,
                        "The ledger knows no object '%s'.".formatted(objectId))
                .response();
    }
}
