package dev.makeline.server.account;

import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.request.JsonFields;
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
import java.util.Map;
import java.util.Optional;

/// `POST /v1/users`: everybody may register.
@Controller("/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
final class RegistrationController {

    private final Registration registration;
    private final PasswordRules rules;
    private final RequestLimits limits;
    private final AccountAudit audit;
    private final ClientAddress addresses;

    RegistrationController(
            Registration registration,
            PasswordRules rules,
            RequestLimits limits,
            AccountAudit audit,
            ClientAddress addresses) {
        this.registration = registration;
        this.rules = rules;
        this.limits = limits;
        this.audit = audit;
        this.addresses = addresses;
    }

    @Post
    @OpenToAll
    @SecurityRequirements
    @Operation(
            operationId = "register",
            summary = "Register",
            description =
                    "The answer and its time are the same whether the username and the e-mail address were free or not, so that nobody learns here who has an account. When both were free, the account can be used at once. Otherwise the owner of the e-mail address is told by mail; nothing else happens. A role, an id or a state in the body is ignored.")
    @ApiResponse(
            responseCode = "202",
            description = "Taken; not whether there is a new account",
            content = @Content(schema = @Schema(implementation = Told.class)))
    HttpResponse<?> register(
            HttpRequest<?> request,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewPersonBody.class)))
                    @Body
                    byte[] body) {
        NewPerson person = NewPerson.of(JsonFields.of(body), rules);
        Optional<Duration> refusal = limits.registration(addresses.of(request));
        if (refusal.isPresent()) {
            audit.append(request, AuditAction.SLOWED_DOWN, Optional.empty());
            return SlowDown.answer(refusal.get());
        }
        var _ = registration.registerAnybody(person, records(request));
        return HttpResponse.accepted().body(Told.OF_REGISTRATION);
    }

    private Registration.Records records(HttpRequest<?> request) {
        return new Registration.Records(
                user -> audit.rows(request, AuditAction.ACCOUNT_REGISTERED, user),
                audit.rows(request, AuditAction.REGISTRATION_REFUSED, Optional.empty(), Map.of()));
    }
}
