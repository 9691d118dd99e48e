package dev.makeline.server.account;

import dev.makeline.server.access.Caller;
import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.Password;
import dev.makeline.server.password.PasswordHash;
import dev.makeline.server.password.PasswordHasher;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.EntityTag;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.throttle.SlowDown;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `/v1/users/me`: a person and their own account.
@Controller("/v1/users/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
final class OwnAccountController {

    private final AccountStore accounts;
    private final AccountChanges changes;
    private final AccountDeletion deletion;
    private final AccountLetters letters;
    private final PasswordCheck passwords;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final ClientAddress addresses;
    private final AccountAudit audit;

    OwnAccountController(
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

    @Get
    @NeedsPerson
    @Operation(operationId = "getOwnAccount", summary = "Your account")
    @ApiResponse(
            responseCode = "200",
            description = "The account; its ETag for If-Match",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    HttpResponse<?> get(HttpRequest<?> request) {
        return answer(own(request));
    }

    @Patch
    @NeedsPerson
    @Operation(operationId = "renameOwnAccount", summary = "Change your first or last name")
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    HttpResponse<?> rename(
            HttpRequest<?> request,
            @Header(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = NamesBody.class)))
                    @Body
                    byte[] body) {
        JsonFields fields = JsonFields.of(body);
        Optional<String> first = name(fields, "firstName");
        Optional<String> last = name(fields, "lastName");
        Account account = own(request);
        if (!EntityTag.allows(Optional.ofNullable(ifMatch), Math.toIntExact(account.version()))
                || !changes.rename(
                        account,
                        first.orElse(account.firstName()),
                        last.orElse(account.lastName()),
                        audit.rows(request, AuditAction.ACCOUNT_RENAMED, account.id()))) {
            return changed();
        }
        return answer(own(request));
    }

    @Put("/password")
    @NeedsPerson
    @Operation(
            operationId = "changeOwnPassword",
            summary = "Change your password",
            description =
                    "Every token and session that was made until then ends, the one of this request too: log in again with the new password.")
    @ApiResponse(responseCode = "204", description = "Changed; log in again")
    HttpResponse<?> changePassword(
            HttpRequest<?> request,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    NewPasswordBody.class)))
                    @Body
                    byte[] body) {
        JsonFields fields = JsonFields.of(body);
        Password anew = new Password(fields.text("newPassword"));
        Account account = own(request);
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

    @Delete
    @NeedsPerson
    @Operation(
            operationId = "deleteOwnAccount",
            summary = "Delete your account and all that is kept of you",
            description =
                    "The username and the e-mail address are free again. The only administrator cannot: make somebody else one before.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    HttpResponse<?> delete(
            HttpRequest<?> request,
            @RequestBody(content = @Content(schema = @Schema(implementation = PasswordBody.class)))
                    @Body
                    byte[] body) {
        String password = JsonFields.of(body).text("password");
        return proven(
                request,
                own(request),
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

    private Account own(HttpRequest<?> request) {
        return Caller.of(request)
                .user()
                .flatMap(accounts::find)
                .orElseThrow(AccountProblems::unknown);
    }

    private static Optional<String> name(JsonFields fields, String field) {
        return fields.optionalText(field).map(text -> PersonName.of(field, text));
    }

    private static HttpResponse<?> changed() {
        return Problem.of(
                        ProblemType.ACCOUNT_CHANGED,
                        "Your account was changed in between: get it again, then try again.")
                .response();
    }

    private static HttpResponse<?> answer(Account account) {
        return HttpResponse.ok(AccountView.of(account))
                .header(HttpHeaders.ETAG, EntityTag.of(Math.toIntExact(account.version())));
    }
}
