package dev.makeline.sender.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/// Where recipe-server is and how long to wait for it.
///
/// @param url without a path, for example `http://127.0.0.1:8080`
/// @param token the service token with scope `intake:submit`; never shown
/// @param connectTimeout for a new connection
/// @param requestTimeout from the request to the last byte of the answer
@ConfigurationProperties("makeline.recipe-server")
public record RecipeServerSettings(
        String url, String token, Duration connectTimeout, Duration requestTimeout) {

    public RecipeServerSettings {
        if (!isHttp(url)) {
            throw new IllegalArgumentException(
                    "makeline.recipe-server.url must be a URL such as http://127.0.0.1:8080, not '%s'; set MAKELINE_RECIPE_SERVER_URL"
                            .formatted(url));
        }
        if (token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "makeline.recipe-server.token is %s; set MAKELINE_SERVICE_TOKEN to the service token of recipe-server"
                            .formatted(
                                    token.isBlank()
                                            ? "missing"
                                            : "not a token (printable ASCII without spaces)"));
        }
        if (!connectTimeout.isPositive() || requestTimeout.compareTo(connectTimeout) < 0) {
            throw new IllegalArgumentException(
                    "makeline.recipe-server.connect-timeout (%s) must be positive and no longer than makeline.recipe-server.request-timeout (%s)"
                            .formatted(connectTimeout, requestTimeout));
        }
    }

    URI resolve(String path) {
        return URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path);
    }

    private static boolean isHttp(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "RecipeServerSettings[url=%s, token=***, connectTimeout=%s, requestTimeout=%s]"
                .formatted(url, connectTimeout, requestTimeout);
    }
}
