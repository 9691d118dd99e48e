package dev.makeline.server.login;

import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.access.SameOrigin;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.PasswordCheck;
import dev.makeline.server.account.PasswordCheck.Outcome;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Lets somebody in who sends the right username and password. Every refusal says the same, whether
/// there is such an account or not. Thread-safe; blocking.
@Singleton
final class PasswordLogIn {

    private static final Problem WRONG =
            Problem.of(
                    ProblemType.LOG_IN_REFUSED,
                    "No active account has this username or e-mail address with this password.");

    private static final Problem FOREIGN =
            Problem.of(
                    ProblemType.CROSS_SITE_REQUEST,
                    "A browser logs in from a page of this site alone.");

    /// @param username or e-mail address
    record Given(String username, String password) {

        @Override
        public String toString() {
            return "Given[hidden]";
        }
    }

    private final PasswordCheck passwords;
    private final ClientAddress addresses;
    private final RequestAudit audit;

    PasswordLogIn(PasswordCheck passwords, ClientAddress addresses, RequestAudit audit) {
        this.passwords = passwords;
        this.addresses = addresses;
        this.audit = audit;
    }

    /// @param body a JSON object with `username` and `password`
    /// @param welcome what to answer to the owner of an account
    HttpResponse<?> attempt(
            HttpRequest<?> request, byte[] body, Function<Account, HttpResponse<?>> welcome) {
        return attempt(
                request,
                () -> {
                    JsonFields fields = JsonFields.of(body);
                    return new Given(fields.text("username"), fields.text("password"));
                },
                welcome);
    }

    /// @param given is looked at only when the request comes from no other site
    /// @param welcome what to answer to the owner of an account
    HttpResponse<?> attempt(
            HttpRequest<?> request,
            Supplier<Given> given,
            Function<Account, HttpResponse<?>> welcome) {
        if (SameOrigin.isForeign(request)) {
            refused(request, "from another site");
            return FOREIGN.response();
        }
        Given names = given.get();
        Outcome outcome =
                passwords.check(names.username(), names.password(), addresses.of(request));
        return switch (outcome) {
            case Outcome.Right(Account account) -> welcome.apply(account);
            case Outcome.Wrong() -> {
                refused(request, "wrong");
                yield WRONG.response();
            }
            case Outcome.SlowedDown(Duration retryAfter) -> {
                refused(request, "slowed down");
                yield slowedDown(retryAfter);
            }
            case Outcome.Busy() -> Problem.unavailable().response();
        };
    }

    private void refused(HttpRequest<?> request, String reason) {
        audit.append(
                request,
                AuditAction.LOGIN_REFUSED,
                Optional.empty(),
                Map.of("path", request.getPath(), "reason", reason));
    }

    private static HttpResponse<?> slowedDown(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return Problem.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "Too many wrong passwords; try again in %d seconds.".formatted(seconds))
                .response()
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
