package dev.makeline.server.account;

import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.request.JsonFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
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
import java.util.Optional;

/// `/v1/password-resets`: a new password for whoever forgot theirs.
@Controller("/v1/password-resets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
final class PasswordResetController {

    private final ForgottenPasswords forgotten;

    PasswordResetController(ForgottenPasswords forgotten) {
        this.forgotten = forgotten;
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
        Optional<MutableHttpResponse<Problem>> refusal =
                forgotten.ask(request, JsonFields.of(body));
        return refusal.isPresent() ? refusal.get() : HttpResponse.accepted().body(Told.OF_RESET);
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
        Optional<MutableHttpResponse<Problem>> refusal =
                forgotten.complete(request, JsonFields.of(body));
        return refusal.isPresent() ? refusal.get() : HttpResponse.noContent();
    }
}
