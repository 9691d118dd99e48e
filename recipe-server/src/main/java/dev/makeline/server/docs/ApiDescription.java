package dev.makeline.server.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What the OpenAPI file says of the API as a whole.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Makeline",
                        version = "1",
                        description =
                                "Keeps every make of a recipe and shows what was done differently. Errors are problem JSON (RFC 9457); lists go on with nextCursor; POST honours Idempotency-Key, PUT honours If-Match.",
                        license =
                                @License(
                                        name = "Apache 2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0.html")),
        security = {
            @SecurityRequirement(name = ApiDescription.BEARER),
            @SecurityRequirement(name = ApiDescription.SESSION)
        },
        tags = {
            @Tag(name = "Recipes", description = "Originals and their revisions"),
            @Tag(name = "Makes", description = "What was done, and what was done differently"),
            @Tag(name = "Comparisons", description = "Of documents that are not kept"),
            @Tag(name = "People", description = "Accounts, passwords and roles"),
            @Tag(name = "Intake", description = "What became of every object of the bucket"),
            @Tag(name = "Files", description = "Files of people and programs"),
            @Tag(name = "Sessions", description = "Logging in and out, and where one is logged in"),
            @Tag(name = "Tokens", description = "A person's tokens for programs"),
            @Tag(name = "Administration", description = "For administrators"),
            @Tag(name = "Description", description = "This description")
        })
@SecurityScheme(
        name = ApiDescription.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description =
                "An access token, as logging in answers it; a personal access token; or one of this installation, as `makeline token` prints it")
@SecurityScheme(
        name = ApiDescription.SESSION,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        paramName = "__Host-makeline",
        description =
                "A browser's session. What changes something also wants X-CSRF-Token with the csrfToken of /v1/sessions/current, and comes from a page of this host")
final class ApiDescription {

    static final String BEARER = "bearer";
    static final String SESSION = "session";

    private ApiDescription() {}
}
