package dev.makeline.server.make;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Needs;
import dev.makeline.server.recipe.DocumentBody;
import dev.makeline.server.request.JsonFields;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;

/// `/v1/recipes/{recipeId}/makes/{makeId}/sign-off`: says that the differences of a make are fine.
@Controller("/v1/recipes/{recipeId}/makes/{makeId}/sign-off")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Makes")
final class SignOffController {

    /// The shape of a request, for the API's description alone.
    @Schema(name = "NewSignOff")
    record NewSignOff(@Schema(example = "No apples today; the pears were ripe.") String reason) {}

    /// @param signedOffBy a username
    @Schema(name = "SignOff")
    record SignedOff(
            long recipeId,
            long makeId,
            @Schema(example = "ada") String signedOffBy,
            Instant signedOffAt,
            String reason) {}

    private final SignOffs signOffs;

    SignOffController(SignOffs signOffs) {
        this.signOffs = signOffs;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.RECIPES_WRITE)
    @Operation(
            operationId = "signOffMake",
            summary = "Say why the differences of this make are fine",
            description = "Once for each make, and put on record. The make stays as it is.")
    @ApiResponse(
            responseCode = "200",
            description = "Who signed it off, and why",
            content = @Content(schema = @Schema(implementation = SignedOff.class)))
    HttpResponse<?> sign(
            HttpRequest<?> request,
            long recipeId,
            long makeId,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewSignOff.class)))
                    @Body
                    byte[] body) {
        DocumentBody.checkId("recipeId", recipeId);
        DocumentBody.checkId("makeId", makeId);
        SignOff signed =
                signOffs.sign(request, recipeId, makeId, JsonFields.of(body).text("reason"));
        return HttpResponse.ok(
                new SignedOff(
                        signed.recipeId(),
                        signed.makeId(),
                        signed.name(),
                        signed.at(),
                        signed.reason()));
    }
}
