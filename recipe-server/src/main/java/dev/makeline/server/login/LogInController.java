package dev.makeline.server.login;

import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.access.CsrfToken;
import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.access.SessionCookie;
import dev.makeline.server.account.Account;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.session.BrowserSessions;
import dev.makeline.server.token.Client;
import dev.makeline.server.token.LogIns;
import dev.makeline.server.token.TokenPair;
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

/// Logging in, as a program or as a browser, and out.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sessions")
final class LogInController {

    private final PasswordLogIn passwordLogIn;
    private final LogIns logIns;
    private final BrowserSessions sessions;
    private final ClientAddress addresses;
    private final RequestAudit audit;

    LogInController(
            PasswordLogIn passwordLogIn,
            LogIns logIns,
            BrowserSessions sessions,
            ClientAddress addresses,
            RequestAudit audit) {
        this.passwordLogIn = passwordLogIn;
        this.logIns = logIns;
        this.sessions = sessions;
        this.addresses = addresses;
        this.audit = audit;
    }

    @Post("/login")
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenToAll
    @Operation(operationId = "logIn", summary = "Log in as a program, for tokens")
    @ApiResponse(
            responseCode = "200",
            description = "An access token and the refresh token for the next",
            content = @Content(schema = @Schema(implementation = TokenPair.class)))
    HttpResponse<?> logIn(
            HttpRequest<?> request,
            @RequestBody(content = @Content(schema = @Schema(implementation = LogInBody.class)))
                    @Body
                    byte[] body) {
        return passwordLogIn.attempt(
                request,
                body,
                account -> {
                    TokenPair tokens = logIns.begin(account, Client.of(request, addresses));
                    recordLogIn(request, account, "program");
                    return HttpResponse.ok(tokens).header(HttpHeaders.CACHE_CONTROL, "no-store");
                });
    }

    @Post("/sessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @OpenToAll
    @Operation(operationId = "beginSession", summary = "Log in as a browser, for a cookie")
    @ApiResponse(
            responseCode = "201",
            description = "The cookie, and the token to send with what changes something",
            content = @Content(schema = @Schema(implementation = BegunSession.class)))
    HttpResponse<?> beginSession(
            HttpRequest<?> request,
            @RequestBody(content = @Content(schema = @Schema(implementation = LogInBody.class)))
                    @Body
                    byte[] body) {
        return passwordLogIn.attempt(
                request,
                body,
                account -> {
                    BrowserSessions.Begun begun = sessions.begin(request, account);
                    recordLogIn(request, account, "browser");
                    return HttpResponse.created(
                                    new BegunSession(
                                            account.username(), CsrfToken.of(begun.secret())))
                            .cookie(begun.cookie())
                            .header(HttpHeaders.CACHE_CONTROL, "no-store");
                });
    }

    private void recordLogIn(HttpRequest<?> request, Account account, String kind) {
        audit.appendFor(
                OwnerId.of(account.id()),
                request,
                AuditAction.LOGIN,
                Optional.empty(),
                Map.of("by", "password", "kind", kind));
    }

    @Post("/logout")
    @NeedsPerson
    @Operation(
            operationId = "logOut",
            summary = "End this log in: its tokens, or its cookie, are good for nothing any more")
    @ApiResponse(responseCode = "204", description = "It is over")
    HttpResponse<?> logOut(HttpRequest<?> request) {
        Caller caller = Caller.of(request);
        Optional<FamilyId> family = caller.family().flatMap(FamilyId::parse);
        caller.user()
                .flatMap(user -> family.map(id -> FamilyKey.ofLogIn(user, id)))
                .ifPresent(logIns::end);
        audit.append(request, AuditAction.LOGOUT, family.map(FamilyId::value), Map.of());
        return HttpResponse.noContent().cookie(SessionCookie.none());
    }
}
