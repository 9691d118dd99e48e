package dev.makeline.server.account;

import dev.makeline.server.access.NeedsPerson;
import dev.makeline.server.request.EntityTag;
import dev.makeline.server.request.JsonFields;
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
import java.util.Optional;

/// `/v1/users/me`: a person and their own account.
@Controller("/v1/users/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "People")
final class OwnAccountController {

    private final OwnAccount own;

    OwnAccountController(OwnAccount own) {
        this.own = own;
    }

    @Get
    @NeedsPerson
    @Operation(operationId = "getOwnAccount", summary = "Your account")
    @ApiResponse(
            responseCode = "200",
            description = "The account; its ETag for If-Match",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    HttpResponse<?> get(HttpRequest<?> request) {
        return answer(own.find(request));
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
        return answer(own.rename(request, Optional.ofNullable(ifMatch), fields));
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
        return own.changePassword(request, fields);
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
        return own.delete(request, JsonFields.of(body).text("password"));
    }

    private static HttpResponse<?> answer(Account account) {
        return HttpResponse.ok(AccountView.of(account))
                .header(HttpHeaders.ETAG, EntityTag.of(Math.toIntExact(account.version())));
    }
}
