package dev.makeline.server.account;

import dev.makeline.server.access.Caller;
import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.Password;
import dev.makeline.server.password.PasswordHash;
import dev.makeline.server.password.PasswordHasher;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.EntityTag;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.throttle.SlowDown;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A person's own account, changed by themselves and on record. Thread-safe; blocking.
@Singleton
public final class OwnAccount {

    private final AccountStore accounts;
    private final AccountChanges changes;
    private final AccountDeletion deletion;
    private final AccountLetters letters;
    private final PasswordCheck passwords;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final ClientAddress addresses;
    private final AccountAudit audit;

    OwnAccount(
            AccountStore accounts,
            AccountChanges changes,
            AccountDeletion deletion,
            AccountLetters letters,
            PasswordCheck passwords,
            PasswordHasher hasher,
            PasswordRules rules,
            ClientAddress addresses,
            AccountAudit audit) {
        this.accounts = accounts;
        this.changes = changes;
        this.deletion = deletion;
        this.letters = letters;
        this.passwords = passwords;
        this.hasher = hasher;
        this.rules = rules;
        this.addresses = addresses;
        this.audit = audit;
    }

    public Account find(HttpRequest<?> request) {
        return Caller.of(request)
                .user()
                .flatMap(accounts::find)
                .orElseThrow(AccountProblems::unknown);
    }

    /// @return the account as it is now
    /// @throws ProblemException with what is wrong with which name, with 412 when the account was
    ///   changed in between
    public Account rename(HttpRequest<?> request, Optional<String> ifMatch, JsonFields fields) {
        Optional<String> first = name(fields, "firstName");
        Optional<String> last = name(fields, "lastName");
        Account account = find(request);
        if (!EntityTag.allows(ifMatch, Math.toIntExact(account.version()))
                || !changes.rename(
                        account,
                        first.orElse(account.firstName()),
                        last.orElse(account.lastName()),
                        audit.rows(request, AuditAction.ACCOUNT_RENAMED, account.id()))) {
            throw new ProblemException(changedProblem());
        }
        return find(request);
    }

    /// Ends every token and session that was made until then.
    ///
    /// @return 204, or why not
    public HttpResponse<?> changePassword(HttpRequest<?> request, JsonFields fields) {
        Password anew = new Password(fields.text("newPassword"));
        Account account = find(request);
        rules.objection(anew, List.of(account.username(), account.email()))
                .ifPresent(sentence -> {
                    throw JsonFields.refused("newPassword", sentence);
                });
        return proven(
                request,
                account,
                fields.text("password"),
                proven ->
                        hasher.hash(anew)
                                .<HttpResponse<?>>map(hash -> replaced(request, proven, hash))
                                .orElseGet(() -> Problem.unavailable().response()));
    }

    private HttpResponse<?> replaced(HttpRequest<?> request, Account account, PasswordHash hash) {
        var record = audit.rows(request, AuditAction.PASSWORD_CHANGED, account.id());
        if (!changes.setPassword(account, hash, record)) {
            return changed();
        }
        letters.passwordChanged(account);
        return HttpResponse.noContent();
    }

    /// @return 204, or why not
    HttpResponse<?> delete(HttpRequest<?> request, String password) {
        return proven(
                request,
                find(request),
                password,
                account ->
                        switch (deletion.delete(
                                account,
                                audit.rows(request, AuditAction.ACCOUNT_DELETED, account.id()))) {
                            case AccountDeletion.Outcome.Deleted() -> HttpResponse.noContent();
                            case AccountDeletion.Outcome.IsLastAdministrator() ->
                                    AccountProblems.lastAdministrator();
                        });
    }

    /// Goes on when the person gives the right password once more.
    private HttpResponse<?> proven(
            HttpRequest<?> request,
            Account account,
            String password,
            Function<Account, HttpResponse<?>> next) {
        return switch (passwords.check(account.username(), password, addresses.of(request))) {
            case PasswordCheck.Outcome.Right(Account proven) -> next.apply(proven);
            case PasswordCheck.Outcome.Wrong() -> {
                audit.append(request, AuditAction.PASSWORD_REFUSED, Optional.of(account.id()));
                yield Problem.of(
                                ProblemType.WRONG_PASSWORD,
                                "This is not your password. Whoever never set one, since an identity provider lets them in, sets one by mail first: POST /v1/password-resets.")
                        .response();
            }
            case PasswordCheck.Outcome.SlowedDown(Duration retryAfter) -> {
                audit.append(request, AuditAction.SLOWED_DOWN, Optional.of(account.id()));
                yield SlowDown.answer(retryAfter);
            }
            case PasswordCheck.Outcome.Busy() -> Problem.unavailable().response();
        };
    }

    private static Optional<String> name(JsonFields fields, String field) {
        return fields.optionalText(field).map(text -> PersonName.of(field, text));
    }

    private static HttpResponse<?> changed() {
        return changedProblem().response();
    }

    private static Problem changedProblem() {
        return Problem.of(
                ProblemType.ACCOUNT_CHANGED,
                "Your account was changed in between: get it again, then try again.");
    }
}
