package dev.makeline.server.session;

import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.CsrfToken;
import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.access.SessionCookie;
import dev.makeline.server.account.AccountStore;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/// `/v1/sessions`: where a person is logged in.
@Controller("/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sessions")
final class SessionController {

    private final OwnSessions own;
    private final AccountStore accounts;

    SessionController(OwnSessions own, AccountStore accounts) {
        this.own = own;
        this.accounts = accounts;
    }

    @Get
    @NeedsPerson
    @Operation(operationId = "listSessions", summary = "Where I am logged in, the oldest first")
    SessionList list(HttpRequest<?> request) {
        return new SessionList(own.list(request));
    }

    @Get("/current")
    @NeedsPerson
    @Operation(
            operationId = "getCurrentSession",
            summary = "Who I am, and the token to send with what changes something")
    @ApiResponse(
            responseCode = "200",
            description = "The caller",
            content = @Content(schema = @Schema(implementation = CurrentSession.class)))
    HttpResponse<?> current(HttpRequest<?> request) {
        Caller caller = Caller.of(request);
        Optional<String> csrfToken =
                caller.credential() == CredentialKind.SESSION
                        ? SessionCookie.of(request).map(CsrfToken::of)
                        : Optional.empty();
        return accounts.find(user(caller))
                .<HttpResponse<?>>map(account ->
                        HttpResponse.ok(CurrentSession.of(account, caller, csrfToken))
                                .header(HttpHeaders.CACHE_CONTROL, "no-store"))
                .orElseGet(() ->
                        Problem.of(ProblemType.NOT_FOUND, "Your account is gone.").response());
    }

    @Delete("/{sessionId}")
    @NeedsPerson
    @Operation(operationId = "endSession", summary = "End one of my log ins with all its tokens")
    @ApiResponse(responseCode = "204", description = "It is over")
    HttpResponse<?> end(HttpRequest<?> request, String sessionId) {
        own.end(request, sessionId);
        return HttpResponse.noContent();
    }

    @Delete
    @NeedsPerson
    @Operation(operationId = "endOtherSessions", summary = "End all my log ins but this one")
    @ApiResponse(responseCode = "204", description = "They are over")
    HttpResponse<?> endOthers(HttpRequest<?> request) {
        own.endOthers(request);
        return HttpResponse.noContent();
    }

    private static UserId user(Caller caller) {
        return caller.user().orElseThrow();
    }
}
