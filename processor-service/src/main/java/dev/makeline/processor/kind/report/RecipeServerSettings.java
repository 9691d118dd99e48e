package dev.makeline.processor.kind.report;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/// @param url of recipe-server
/// @param token of the scope recipes:read alone; blank where reports are not made
/// @param timeout of one request, from its start to the last byte of the answer
/// @param attempts of one request, the first included
@ConfigurationProperties("makeline.processor.recipe-server")
public record RecipeServerSettings(String url, String token, Duration timeout, int attempts) {

    public RecipeServerSettings {
        if (!isHttp(url)) {
            throw new IllegalArgumentException(
                    "makeline.processor.recipe-server.url must be a URL such as http://127.0.0.1:8080, not '%s'; set MAKELINE_PROCESSOR_RECIPE_SERVER_URL"
                            .formatted(url));
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "makeline.processor.recipe-server.token is not a token (printable ASCII without spaces); set MAKELINE_PROCESSOR_TOKEN to one with the scope recipes:read");
        }
        if (!timeout.isPositive() || attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException(
                    "makeline.processor.recipe-server.timeout (%s) must be positive and attempts (%d) from 1 to 10"
                            .formatted(timeout, attempts));
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
        return "RecipeServerSettings[url=%s, token=***, timeout=%s, attempts=%d]"
                .formatted(url, timeout, attempts);
    }
}
