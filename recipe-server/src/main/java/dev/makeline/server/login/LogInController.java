package dev.makeline.server.login;

import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.access.CsrfToken;
import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.access.SessionCookie;
import dev.makeline.server.account.Account;
import dev.makeline.server.audit.AuditAction;
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
    private final BrowserLogIn browserLogIn;
    private final ClientAddress addresses;
    private final LogOut logOut;
    private final RequestAudit audit;

    LogInController(
            PasswordLogIn passwordLogIn,
            LogIns logIns,
            BrowserLogIn browserLogIn,
            ClientAddress addresses,
            LogOut logOut,
            RequestAudit audit) {
        this.passwordLogIn = passwordLogIn;
        this.logIns = logIns;
        this.browserLogIn = browserLogIn;
        this.addresses = addresses;
        this.logOut = logOut;
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
                    recordLogIn(request, account);
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
        return browserLogIn.attempt(
                request,
                body,
                (account, begun) ->
                        HttpResponse.created(
                                        new BegunSession(
                                                account.username(), CsrfToken.of(begun.secret())))
                                .cookie(begun.cookie())
                                .header(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    private void recordLogIn(HttpRequest<?> request, Account account) {
        audit.appendFor(
                OwnerId.of(account.id()),
                request,
                AuditAction.LOGIN,
                Optional.empty(),
                Map.of("by", "password", "kind", "program"));
    }

    @Post("/logout")
    @NeedsPerson
    @Operation(
            operationId = "logOut",
            summary = "End this log in: its tokens, or its cookie, are good for nothing any more")
    @ApiResponse(responseCode = "204", description = "It is over")
    HttpResponse<?> logOut(HttpRequest<?> request) {
        logOut.end(request);
        return HttpResponse.noContent().cookie(SessionCookie.none());
    }
}
