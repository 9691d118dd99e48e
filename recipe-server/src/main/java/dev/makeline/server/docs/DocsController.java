package dev.makeline.server.docs;

import dev.makeline.server.access.OpenToAll;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/// `/openapi.yaml`, and `/docs`, a page that shows it. Everything that the page needs comes from
/// this server.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Description")
final class DocsController {

    /// Swagger UI sets styles from its script; nothing else is allowed, and nothing from elsewhere.
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final DocsFiles files;

    DocsController(DocsFiles files) {
        this.files = files;
    }

    @Get(uri = "/openapi.yaml", produces = "application/yaml")
    @OpenToAll
    @Operation(operationId = "getOpenApi", summary = "This description, as OpenAPI 3")
    @SecurityRequirements
    @ApiResponse(
            responseCode = "200",
            description = "YAML",
            content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string")))
    HttpResponse<String> openApi() {
        return HttpResponse.ok(files.openApi());
    }

    @Get(uri = "/docs", produces = "text/html;charset=utf-8")
    @OpenToAll
    @Operation(operationId = "getDocs", summary = "This description, as a page")
    @SecurityRequirements
    @ApiResponse(
            responseCode = "200",
            description = "HTML",
            content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    HttpResponse<String> page() {
        return HttpResponse.ok(files.page())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
    }

    @Get(uri = "/docs/assets/{name}", produces = "*/*")
    @OpenToAll
    @Operation(operationId = "getDocsAsset", summary = "A part of the page", hidden = true)
    HttpResponse<String> asset(String name) {
        Optional<DocsFiles.Asset> asset = files.asset(name);
        if (asset.isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "The page has no part '%s'.".formatted(name));
        }
        return HttpResponse.ok(asset.get().content())
                .contentType(asset.get().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff");
    }
}
