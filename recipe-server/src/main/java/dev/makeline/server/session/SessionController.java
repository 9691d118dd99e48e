package dev.makeline.server.session;

import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.CsrfToken;
import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.access.SessionCookie;
import dev.makeline.server.account.AccountStore;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.token.LogIns;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/v1/sessions`: where a person is logged in.
@Controller("/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sessions")
final class SessionController {

    private final LogIns logIns;
    private final AccountStore accounts;
    private final RequestAudit audit;

    SessionController(LogIns logIns, AccountStore accounts, RequestAudit audit) {
        this.logIns = logIns;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Get
    @NeedsPerson
    @Operation(operationId = "listSessions", summary = "Where I am logged in, the oldest first")
    SessionList list(HttpRequest<?> request) {
        Caller caller = Caller.of(request);
        return new SessionList(
                logIns.list(user(caller)).stream()
                        .map(logIn -> SessionItem.of(logIn, caller.family()))
                        .toList());
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
        UserId user = user(Caller.of(request));
        boolean ended =
                FamilyId.parse(sessionId)
                        .map(id -> FamilyKey.ofLogIn(user, id))
                        .filter(logIns::end)
                        .isPresent();
        if (!ended) {
            return Problem.of(ProblemType.SESSION_NOT_FOUND, "You have no such log in.").response();
        }
        audit.append(request, AuditAction.SESSION_ENDED, Optional.of(sessionId), Map.of());
        return HttpResponse.noContent();
    }

    @Delete
    @NeedsPerson
    @Operation(operationId = "endOtherSessions", summary = "End all my log ins but this one")
    @ApiResponse(responseCode = "204", description = "They are over")
    HttpResponse<?> endOthers(HttpRequest<?> request) {
        Caller caller = Caller.of(request);
        List<FamilyKey> ended =
                logIns.endAll(
                        user(caller),
                        logIn -> !caller.family().equals(Optional.of(logIn.id().value())));
        ended.forEach(logIn ->
                audit.append(
                        request,
                        AuditAction.SESSION_ENDED,
                        Optional.of(logIn.id().value()),
                        Map.of()));
        return HttpResponse.noContent();
    }

    private static UserId user(Caller caller) {
        return caller.user().orElseThrow();
    }
}
