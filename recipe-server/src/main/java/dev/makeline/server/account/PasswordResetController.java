package dev.makeline.server.account;

import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.Password;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.throttle.KnownAddresses;
import dev.makeline.server.throttle.RequestLimits;
import dev.makeline.server.throttle.SlowDown;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;

/// `/v1/password-resets`: a new password for whoever forgot theirs.
@Controller("/v1/password-resets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
final class PasswordResetController {

    private final PasswordResets resets;
    private final RequestLimits limits;
    private final KnownAddresses known;
    private final ClientAddress addresses;
    private final AccountAudit audit;

    PasswordResetController(
            PasswordResets resets,
            RequestLimits limits,
            KnownAddresses known,
            ClientAddress addresses,
            AccountAudit audit) {
        this.resets = resets;
        this.limits = limits;
        this.known = known;
        this.addresses = addresses;
        this.audit = audit;
    }

    @Post
    @OpenToAll
    @SecurityRequirements
    @Operation(
            operationId = "askForNewPassword",
            summary = "Ask for a link to set a new password",
            description =
                    "The answer and its time are the same whether anybody has an account with this e-mail address or not. The link works once and for 30 minutes.")
    @ApiResponse(
            responseCode = "202",
            description = "Taken; not whether a mail is sent",
            content = @Content(schema = @Schema(implementation = Told.class)))
    HttpResponse<?> ask(
            HttpRequest<?> request,
            @RequestBody(content = @Content(schema = @Schema(implementation = EmailBody.class)))
                    @Body
                    byte[] body) {
        EmailAddress email = EmailAddress.of(JsonFields.of(body).text("email"));
        Optional<Duration> refusal = limits.reset(addresses.of(request));
        if (refusal.isPresent()) {
            return slowedDown(request, refusal.get());
        }
        audit.append(request, AuditAction.PASSWORD_RESET_ASKED, Optional.empty());
        resets.ask(email);
        return HttpResponse.accepted().body(Told.OF_RESET);
    }

    @Post("/completions")
    @OpenToAll
    @SecurityRequirements
    @Operation(
            operationId = "setNewPassword",
            summary = "Set a new password with the token of a link",
            description = "Every token and session of the account ends; log in again.")
    @ApiResponse(responseCode = "204", description = "Set; log in with it")
    HttpResponse<?> complete(
            HttpRequest<?> request,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = CompletionBody.class)))
                    @Body
                    byte[] body) {
        JsonFields fields = JsonFields.of(body);
        String token = fields.text("token");
        Password password = new Password(fields.text("password"));
        String address = addresses.of(request);
        Optional<Duration> refusal = limits.reset(address);
        if (refusal.isPresent()) {
            return slowedDown(request, refusal.get());
        }
        return switch (resets.complete(
                token, password, user -> audit.rows(request, AuditAction.PASSWORD_RESET, user))) {
            case PasswordResets.Completion.Done(Account account) -> {
                known.remember(account.id(), address);
                yield HttpResponse.noContent();
            }
            case PasswordResets.Completion.NoSuchLink() ->
                    Problem.of(
                                    ProblemType.INVALID_RESET_LINK,
                                    "This link was used already, or is too old: ask for another one.")
                            .response();
            case PasswordResets.Completion.PasswordRefused(String sentence) ->
                    throw JsonFields.refused("password", sentence);
        };
    }

    private HttpResponse<?> slowedDown(HttpRequest<?> request, Duration retryAfter) {
        audit.append(request, AuditAction.SLOWED_DOWN, Optional.empty());
        return SlowDown.answer(retryAfter);
    }
}
