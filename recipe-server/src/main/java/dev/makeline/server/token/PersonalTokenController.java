package dev.makeline.server.token;

import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.token.PersonalTokens.Creation;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `/v1/tokens`: a person's own tokens for programs.
@Controller("/v1/tokens")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tokens")
final class PersonalTokenController {

    private final PersonalTokens tokens;
    private final RequestAudit audit;

    PersonalTokenController(PersonalTokens tokens, RequestAudit audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsPerson
    @Operation(
            operationId = "createToken",
            summary = "Make a token for a program; its secret is shown this once")
    @ApiResponse(
            responseCode = "201",
            description = "The token with its secret",
            content = @Content(schema = @Schema(implementation = PersonalTokenItem.class)))
    HttpResponse<?> create(
            HttpRequest<?> request,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    TokenBodies.NewToken.class)))
                    @Body
                    byte[] body) {
        NewPersonalToken wanted = NewPersonalToken.of(body);
        Caller caller = Caller.of(request);
        if (!caller.scopes().containsAll(wanted.scopes())) {
            return Problem.of(
                            ProblemType.FORBIDDEN,
                            "A token allows no more than its holder may do; for you that is %s."
                                    .formatted(labels(caller.scopes())))
                    .response();
        }
        Creation creation =
                tokens.create(user(caller), wanted.name(), wanted.scopes(), wanted.lasting());
        return switch (creation) {
            case Creation.Created(PersonalToken token, String secret) ->
                    created(request, token, secret);
            case Creation.TooMany(int most) ->
                    Problem.of(
                                    ProblemType.TOO_MANY_TOKENS,
                                    "You have %d tokens, and no more are kept: revoke one first."
                                            .formatted(most))
                            .response();
        };
    }

    private HttpResponse<?> created(HttpRequest<?> request, PersonalToken token, String secret) {
        audit.append(
                request,
                AuditAction.TOKEN_CREATED,
                Optional.of(token.id().value()),
                Map.of(
                        "name", token.name(),
                        "scopes", labels(token.scopes()),
                        "expiresAt", token.expiresAt().toString()));
        return HttpResponse.created(
                        PersonalTokenItem.of(token, Optional.of(secret)),
                        URI.create("/v1/tokens/" + token.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get
    @NeedsPerson
    @Operation(operationId = "listTokens", summary = "My tokens for programs, the oldest first")
    PersonalTokenList list(HttpRequest<?> request) {
        return new PersonalTokenList(
                tokens.list(user(Caller.of(request))).stream()
                        .map(token -> PersonalTokenItem.of(token, Optional.empty()))
                        .toList());
    }

    @Delete("/{tokenId}")
    @NeedsPerson
    @Operation(operationId = "revokeToken", summary = "End one of my tokens at once")
    @ApiResponse(responseCode = "204", description = "It is good for nothing any more")
    HttpResponse<?> revoke(HttpRequest<?> request, String tokenId) {
        Optional<FamilyId> id = FamilyId.parse(tokenId);
        UserId user = user(Caller.of(request));
        if (id.isEmpty() || !tokens.revoke(user, id.get())) {
            return Problem.of(ProblemType.TOKEN_NOT_FOUND, "You have no such token.").response();
        }
        audit.append(request, AuditAction.TOKEN_REVOKED, Optional.of(tokenId), Map.of());
        return HttpResponse.noContent();
    }

    private static UserId user(Caller caller) {
        return caller.user().orElseThrow();
    }

    private static String labels(Set<Scope> scopes) {
        return scopes.stream().map(Scope::label).sorted().collect(Collectors.joining(" "));
    }
}
