package dev.makeline.server.oidc;

import dev.makeline.protocol.UserId;
import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.account.Account;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.session.BrowserSessions;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// `/v1/login/oidc`: logs a browser in with the identity provider. Changes nothing until the
/// browser that began comes back with the provider's word.
@Controller("/v1/login/oidc")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Sessions")
final class OidcController {

    private static final URI HOME = URI.create("/");

    private static final Problem OFF =
            Problem.of(
                    ProblemType.NOT_FOUND,
                    "No identity provider is set up here; log in with a password.");

    private static final Problem STRAY =
            Problem.of(
                    ProblemType.LOG_IN_REFUSED,
                    "This log in was not begun in this browser, took too long, or was completed before; begin again at /v1/login/oidc.");

    private static final Problem NOT_BELIEVED =
            Problem.of(
                    ProblemType.LOG_IN_REFUSED,
                    "The identity provider's word does not prove who you are; begin again at /v1/login/oidc.");

    private static final Problem DISABLED =
            Problem.of(ProblemType.LOG_IN_REFUSED, "Your account is disabled.");

    private static final Map<String, String> DETAILS = Map.of("by", "oidc", "kind", "browser");

    private static final Logger log = LoggerFactory.getLogger(OidcController.class);

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final IdentityLinks links;
    private final IdentityAccounts accounts;
    private final BrowserSessions sessions;
    private final RequestAudit audit;
    private final InstantSource clock;

    OidcController(
            OidcSettings settings,
            OidcProvider provider,
            IdentityLinks links,
            IdentityAccounts accounts,
            BrowserSessions sessions,
            RequestAudit audit,
            InstantSource clock) {
        this.settings = settings;
        this.provider = provider;
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    @Get
    @OpenToAll
    @Operation(
            operationId = "beginOidcLogIn",
            summary = "Begin to log in with the identity provider")
    @ApiResponse(responseCode = "303", description = "To the provider")
    HttpResponse<?> begin() {
        if (!settings.isOn()) {
            return OFF.response();
        }
        LogInAttempt attempt = LogInAttempt.start(clock.instant());
        return HttpResponse.seeOther(provider.begin(attempt))
                .cookie(attempt.cookie())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get("/callback")
    @OpenToAll
    @Operation(
            operationId = "completeOidcLogIn",
            summary = "Where the identity provider sends the browser back to")
    @ApiResponse(responseCode = "303", description = "Logged in, to the first page")
    HttpResponse<?> complete(
            HttpRequest<?> request,
            @QueryValue @Nullable String code,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String iss) {
        if (!settings.isOn()) {
            return OFF.response();
        }
        Optional<LogInAttempt> attempt =
                LogInAttempt.of(request, clock.instant())
                        .filter(begun -> state != null && begun.hasState(state))
                        .filter(_ -> iss == null || iss.equals(settings.issuer()))
                        .filter(begun -> links.complete(begun, clock.instant()));
        MutableHttpResponse<?> answer =
                attempt.isEmpty()
                        ? refused(request, STRAY, "state")
                        : code == null || code.isEmpty()
                                ? refused(request, NOT_BELIEVED, "no code")
                                : exchange(request, attempt.get(), code);
        return answer.cookie(LogInAttempt.noCookie()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private MutableHttpResponse<?> exchange(
            HttpRequest<?> request, LogInAttempt attempt, String code) {
        return switch (provider.complete(attempt, code)) {
            case Exchange.Proven(Identity identity) ->
                    welcome(request, accounts.of(identity, user -> registered(request, user)));
            case Exchange.Refused(String reason) -> {
                log.atInfo()
                        .addKeyValue("reason", reason)
                        .log("A log in with the identity provider was refused");
                yield refused(request, NOT_BELIEVED, "not believed");
            }
            case Exchange.Unavailable(String cause) -> {
                log.atWarn()
                        .addKeyValue("cause", cause)
                        .log("The identity provider is not reached");
                yield Problem.unavailable().response();
            }
        };
    }

    private MutableHttpResponse<?> welcome(HttpRequest<?> request, IdentityAccounts.Found found) {
        return switch (found) {
            case IdentityAccounts.Found.Known(Account account) -> logIn(request, account);
            case IdentityAccounts.Found.Linked(Account account) -> logIn(request, account);
            case IdentityAccounts.Found.Made(Account account) -> logIn(request, account);
            case IdentityAccounts.Found.Disabled() -> refused(request, DISABLED, "disabled");
            case IdentityAccounts.Found.None(String reason) ->
                    refused(request, Problem.of(ProblemType.LOG_IN_REFUSED, reason), "no account");
        };
    }

    private MutableHttpResponse<?> logIn(HttpRequest<?> request, Account account) {
        BrowserSessions.Begun begun = sessions.begin(request, account);
        audit.appendFor(
                OwnerId.of(account.id()), request, AuditAction.LOGIN, Optional.empty(), DETAILS);
        return HttpResponse.seeOther(HOME).cookie(begun.cookie());
    }

    private List<TransactWriteItem> registered(HttpRequest<?> request, UserId user) {
        return audit.rowsFor(
                OwnerId.of(user),
                request,
                AuditAction.ACCOUNT_REGISTERED,
                Optional.empty(),
                DETAILS);
    }

    private MutableHttpResponse<?> refused(HttpRequest<?> request, Problem problem, String reason) {
        audit.append(
                request,
                AuditAction.LOGIN_REFUSED,
                Optional.empty(),
                Map.of("path", request.getPath(), "reason", reason));
        return problem.response();
    }
}
