package dev.makeline.server.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.server.access.OpenToAll;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// `/password-reset`: where the link of a mail leads. The token stands behind the # of the address,
/// which the page sends on in the body of a request and no log ever sees.
@Controller("/password-reset")
@Tag(name = "People")
final class PasswordResetPage {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String page = resource("password-reset.html");
    private final String script = resource("password-reset.js");

    @Get(produces = "text/html;charset=utf-8")
    @OpenToAll
    @SecurityRequirements
    @Operation(operationId = "getPasswordResetPage", summary = "A page to set a new password on")
    @ApiResponse(
            responseCode = "200",
            description = "HTML",
            content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    HttpResponse<String> page() {
        return HttpResponse.ok(page)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Get(uri = "/script.js", produces = "text/javascript;charset=utf-8")
    @OpenToAll
    @SecurityRequirements
    @Operation(operationId = "getPasswordResetScript", summary = "The script of that page")
    @ApiResponse(
            responseCode = "200",
            description = "JavaScript",
            content = @Content(mediaType = "text/javascript", schema = @Schema(type = "string")))
    HttpResponse<String> script() {
        return HttpResponse.ok(script).header("X-Content-Type-Options", "nosniff");
    }

    private static String resource(String name) {
        try (InputStream content =
                Objects.requireNonNull(PasswordResetPage.class.getResourceAsStream(name), name)) {
            return new String(content.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
