package dev.makeline.server.login;

import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.account.Account;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.session.BrowserSessions;
import dev.makeline.server.session.BrowserSessions.Begun;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Logs a browser in that sends the right username and password, and puts it on record.
/// Thread-safe; blocking.
@Singleton
public final class BrowserLogIn {

    private final PasswordLogIn passwordLogIn;
    private final BrowserSessions sessions;
    private final RequestAudit audit;

    BrowserLogIn(PasswordLogIn passwordLogIn, BrowserSessions sessions, RequestAudit audit) {
        this.passwordLogIn = passwordLogIn;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// @param body a JSON object with `username` and `password`
    /// @param welcome what to answer to the owner of an account; a refusal is answered as a problem
    HttpResponse<?> attempt(
            HttpRequest<?> request,
            byte[] body,
            BiFunction<Account, Begun, HttpResponse<?>> welcome) {
        return passwordLogIn.attempt(
                request, body, account -> welcome.apply(account, begin(request, account)));
    }

    /// @param username or e-mail address
    /// @param welcome what to answer to the owner of an account; a refusal is answered as a problem
    public HttpResponse<?> attempt(
            HttpRequest<?> request,
            String username,
            String password,
            BiFunction<Account, Begun, HttpResponse<?>> welcome) {
        return passwordLogIn.attempt(
                request,
                () -> new PasswordLogIn.Given(username, password),
                account -> welcome.apply(account, begin(request, account)));
    }

    private Begun begin(HttpRequest<?> request, Account account) {
        Begun begun = sessions.begin(request, account);
        audit.appendFor(
                OwnerId.of(account.id()),
                request,
                AuditAction.LOGIN,
                Optional.empty(),
                Map.of("by", "password", "kind", "browser"));
        return begun;
    }
}
