package dev.makeline.server.token;

import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.token.Refreshing.Outcome;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;

/// `/v1/tokens/refresh`: a new pair of tokens for the refresh token of the last.
@Controller("/v1/tokens/refresh")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tokens")
final class RefreshController {

    /// Not told apart, so that a thief does not learn what became of it.
    private static final Problem REFUSED =
            Problem.of(
                    ProblemType.REFRESH_REFUSED,
                    "This refresh token is unknown, ended, or was used before, which ends the whole log in; log in again.");

    private static final Map<String, String> DETAILS =
            Map.of("method", "POST", "path", "/v1/tokens/refresh", "status", "401");

    private final Refreshing refreshing;
    private final RequestAudit audit;

    RefreshController(Refreshing refreshing, RequestAudit audit) {
        this.refreshing = refreshing;
        this.audit = audit;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenToAll
    @Operation(
            operationId = "refreshTokens",
            summary = "Exchange a refresh token, once, for a new pair")
    @ApiResponse(
            responseCode = "200",
            description = "The new pair; the refresh token that was sent is used up",
            content = @Content(schema = @Schema(implementation = TokenPair.class)))
    HttpResponse<?> refresh(
            HttpRequest<?> request,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    TokenBodies.Refresh.class)))
                    @Body
                    byte[] body) {
        return switch (refreshing.refresh(JsonFields.of(body).text("refresh_token"))) {
            case Outcome.Refreshed(TokenPair tokens) ->
                    HttpResponse.ok(tokens).header(HttpHeaders.CACHE_CONTROL, "no-store");
            case Outcome.Replayed(var logIn, boolean endedNow) -> {
                audit.appendFor(
                        OwnerId.of(logIn.user()),
                        request,
                        endedNow ? AuditAction.REFRESH_REPLAYED : AuditAction.ACCESS_REFUSED,
                        Optional.of(logIn.id().value()),
                        DETAILS);
                yield REFUSED.response();
            }
            case Outcome.Refused() -> {
                audit.append(request, AuditAction.ACCESS_REFUSED, Optional.empty(), DETAILS);
                yield REFUSED.response();
            }
        };
    }
}
