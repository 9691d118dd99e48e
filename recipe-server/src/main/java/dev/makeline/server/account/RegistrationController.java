package dev.makeline.server.account;

import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.request.JsonFields;
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

/// `POST /v1/users`: everybody may register.
@Controller("/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
final class RegistrationController {

    private final OpenRegistration registration;

    RegistrationController(OpenRegistration registration) {
        this.registration = registration;
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
        return registration
                .register(request, JsonFields.of(body))
                .<HttpResponse<?>>map(SlowDown::answer)
                .orElseGet(() -> HttpResponse.accepted().body(Told.OF_REGISTRATION));
    }
}
