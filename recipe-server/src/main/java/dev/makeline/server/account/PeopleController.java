package dev.makeline.server.account;

import dev.makeline.protocol.Role;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Needs;
import dev.makeline.server.account.AccountStore.Creation;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
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
import java.util.List;
import java.util.Optional;

/// `/v1/users`: the people, for administrators and operators.
@Controller("/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
final class PeopleController {

    private final AccountStore accounts;
    private final People people;
    private final Registration registration;
    private final PasswordRules rules;
    private final AccountAudit audit;

    PeopleController(
            AccountStore accounts,
            People people,
            Registration registration,
            PasswordRules rules,
            AccountAudit audit) {
        this.accounts = accounts;
        this.people = people;
        this.registration = registration;
        this.rules = rules;
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
        return people.list(Page.size(limit), Optional.ofNullable(cursor));
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
        return HttpResponse.ok(people.change(request, userId, JsonFields.of(body)));
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
}
