package dev.makeline.benchmark.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// The REST API as any client sees it. Thread-safe; blocking.
public final class RecipeApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    private final String base;
    private final String token;

    RecipeApi(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /// @param path after `/v1`
    /// @return empty when there is no such thing (yet)
    /// @throws InstanceFailedException when the server answers with any other error
    public Optional<JsonNode> find(String path) {
        HttpResponse<String> response = get(base + "/v1" + path);
        return switch (response.statusCode()) {
            case 200 -> Optional.of(parse(response.body()));
            case 404 -> Optional.empty();
            default ->
                    throw new InstanceFailedException(
                            "GET /v1%s answered %d: %s"
                                    .formatted(path, response.statusCode(), response.body()));
        };
    }

    /// Hands on every item of a list, page by page.
    ///
    /// @param path with a query, so that the cursor can be appended with `&`
    public void each(String path, Consumer<JsonNode> item) {
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            JsonNode page =
                    find(path
                                    + cursor.filter(text -> !text.isEmpty())
                                            .map(text -> "&cursor=" + text)
                                            .orElse(""))
                            .orElseThrow(
                                    () -> new InstanceFailedException("There is no list " + path));
            page.path("items").forEach(item);
            cursor = Optional.ofNullable(page.path("nextCursor").textValue());
        }
    }

    String metrics(String service) {
        HttpResponse<String> response = get(service + "/prometheus");
        if (response.statusCode() != 200) {
            throw new InstanceFailedException(
                    "%s/prometheus answered %d".formatted(service, response.statusCode()));
        }
        return response.body();
    }

    boolean isReady(String service) {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(service + "/health/readiness"))
                                            .timeout(TIMEOUT)
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpResponse<String> get(String uri) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(uri))
                            .timeout(TIMEOUT)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new InstanceFailedException("GET %s failed: %s".formatted(uri, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceFailedException("GET %s was interrupted".formatted(uri));
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new InstanceFailedException("The server's answer is not JSON: " + body);
        }
    }
}
