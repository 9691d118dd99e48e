package dev.makeline.server.account;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.account.AccountStore.Creation;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Found;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.request.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// `/v1/users`: the people, for administrators and operators.
@Controller("/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
final class PeopleController {

    private static final String LIST = "users";

    private final AccountStore accounts;
    private final AccountList list;
    private final Administrators administrators;
    private final Registration registration;
    private final PasswordRules rules;
    private final Cursors cursors;
    private final AccountAudit audit;

    PeopleController(
            AccountStore accounts,
            AccountList list,
            Administrators administrators,
            Registration registration,
            PasswordRules rules,
            Cursors cursors,
            AccountAudit audit) {
        this.accounts = accounts;
        this.list = list;
        this.administrators = administrators;
        this.registration = registration;
        this.rules = rules;
        this.cursors = cursors;
        this.audit = audit;
    }

    @Get
    @Needs(Scope.ADMIN)
    @Operation(operationId = "listPeople", summary = "Everybody, the newest first")
    Page<AccountView> list(
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        int size = Page.size(limit);
        Optional<String> after = cursors.read(LIST, Optional.ofNullable(cursor));
        Page<Account> page =
                Page.of(
                        new Found<>(list.newest(after, size + 1), false),
                        size,
                        last -> cursors.write(LIST, last.id().value()));
        return new Page<>(page.items().stream().map(AccountView::of).toList(), page.nextCursor());
    }

    @Get("/{userId}")
    @Needs(Scope.ADMIN)
    @Operation(operationId = "getPerson", summary = "One person's account")
    AccountView get(String userId) {
        return UserId.parse(userId)
                .flatMap(accounts::find)
                .map(AccountView::of)
                .orElseThrow(AccountProblems::unknown);
    }

    @Patch("/{userId}")
    @Needs(Scope.ADMIN)
    @Operation(
            operationId = "changePerson",
            summary = "Change somebody's role, disable or enable their account",
            description =
                    "Works at once on the server that answers, within 30 seconds on every other. Disabling ends all tokens for good. Nobody changes their own role or state, and one administrator always stays.")
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    HttpResponse<?> change(
            HttpRequest<?> request,
            String userId,
            @RequestBody(content = @Content(schema = @Schema(implementation = StandingBody.class)))
                    @Body
                    byte[] body) {
        UserId user = UserId.parse(userId).orElseThrow(AccountProblems::unknown);
        JsonFields fields = JsonFields.of(body);
        Optional<Role> role = fields.optionalText("role").map(PeopleController::role);
        Optional<Boolean> isActive = fields.optionalText("state").map(PeopleController::state);
        if (Caller.of(request).user().filter(user::equals).isPresent()) {
            return Problem.of(
                            ProblemType.STATE_CONFLICT,
                            "Nobody changes their own role or state; ask another administrator.")
                    .response();
        }
        return switch (administrators.change(
                user, role, isActive, records(request, user, role, isActive))) {
            case Administrators.Change.Changed(Account account) ->
                    HttpResponse.ok(AccountView.of(account));
            case Administrators.Change.IsLast() -> AccountProblems.lastAdministrator();
            case Administrators.Change.Unknown() -> throw AccountProblems.unknown();
        };
    }

    @Post("/admins")
    @Needs(Scope.ADMIN)
    @Operation(operationId = "makeAdministrator", summary = "Make an account of an administrator")
    @ApiResponse(
            responseCode = "201",
            description = "The new account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    HttpResponse<?> makeAdministrator(
            HttpRequest<?> request,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewPersonBody.class)))
                    @Body
                    byte[] body) {
        Registration.Attempt attempt =
                registration.register(
                        NewPerson.of(JsonFields.of(body), rules),
                        Role.ADMIN,
                        new Registration.Records(
                                user -> audit.rows(request, AuditAction.ADMINISTRATOR_MADE, user),
                                List.of()));
        return switch (attempt.creation()) {
            case Creation.Created() -> HttpResponse.created(AccountView.of(attempt.account()));
            case Creation.Taken(boolean isUsername, _) ->
                    Problem.of(
                                    ProblemType.ACCOUNT_EXISTS,
                                    isUsername
                                            ? "The username is taken; choose another."
                                            : "The e-mail address has an account already; take another.")
                            .response();
        };
    }

    private List<TransactWriteItem> records(
            HttpRequest<?> request, UserId user, Optional<Role> role, Optional<Boolean> isActive) {
        List<TransactWriteItem> rows = new ArrayList<>();
        role.ifPresent(
                to -> rows.addAll(record(request, AuditAction.ROLE_CHANGED, user, to.label())));
        isActive.ifPresent(to ->
                rows.addAll(
                        record(
                                request,
                                AuditAction.ACCOUNT_STATE_CHANGED,
                                user,
                                to ? AccountsTable.ACTIVE : AccountsTable.DISABLED)));
        return rows;
    }

    private List<TransactWriteItem> record(
            HttpRequest<?> request, AuditAction action, UserId user, String to) {
        return audit.rows(request, action, Optional.of(user), Map.of("to", to));
    }

    private static Role role(String label) {
        return Role.of(label)
                .filter(role -> role != Role.SERVICE)
                .orElseThrow(() -> JsonFields.refused("role", "The role is user or admin."));
    }

    private static boolean state(String label) {
        return switch (label) {
            case AccountsTable.ACTIVE -> true;
            case AccountsTable.DISABLED -> false;
            default -> throw JsonFields.refused("state", "The state is active or disabled.");
        };
    }
}
