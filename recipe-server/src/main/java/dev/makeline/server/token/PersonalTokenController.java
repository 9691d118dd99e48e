package dev.makeline.server.token;

import dev.makeline.server.access.NeedsPerson;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;

/// `/v1/tokens`: a person's own tokens for programs.
@Controller("/v1/tokens")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Tokens")
final class PersonalTokenController {

    private final OwnTokens own;

    PersonalTokenController(OwnTokens own) {
        this.own = own;
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsPerson
    @Operation(
            operationId = "createToken",
            summary = "Make a token for a program; its secret is shown this once")
    @ApiResponse(
            responseCode = "201",
            description = "The token with its secret",
            content = @Content(schema = @Schema(implementation = PersonalTokenItem.class)))
    HttpResponse<?> create(
            HttpRequest<?> request,
            @RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    TokenBodies.NewToken.class)))
                    @Body
                    byte[] body) {
        PersonalTokenItem token = own.create(request, body);
        return HttpResponse.created(token, URI.create("/v1/tokens/" + token.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get
    @NeedsPerson
    @Operation(operationId = "listTokens", summary = "My tokens for programs, the oldest first")
    PersonalTokenList list(HttpRequest<?> request) {
        return new PersonalTokenList(own.list(request));
    }

    @Delete("/{tokenId}")
    @NeedsPerson
    @Operation(operationId = "revokeToken", summary = "End one of my tokens at once")
    @ApiResponse(responseCode = "204", description = "It is good for nothing any more")
    HttpResponse<?> revoke(HttpRequest<?> request, String tokenId) {
        own.revoke(request, tokenId);
        return HttpResponse.noContent();
    }
}
