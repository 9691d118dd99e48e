package dev.makeline.system.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The REST API with a token, or with none. Thread-safe.
public final class RecipeApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final URI base;
    private final Optional<String> token;

    RecipeApi(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    public RecipeApi withToken(String other) {
        return new RecipeApi(base, Optional.of(other));
    }

    public RecipeApi withoutToken() {
        return new RecipeApi(base, Optional.empty());
    }

    public URI base() {
        return base;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(withJson(path).POST(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, byte[] body) {
        return send(withJson(path).POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer post(String path, String json, String header, String value) {
        return send(withJson(path).header(header, value).POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(withJson(path).PUT(BodyPublishers.ofString(json)));
    }

    public Answer send(String method, String path) {
        return send(withJson(path).method(method, BodyPublishers.ofString("{}")));
    }

    /// Every item of a list, page by page.
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String joint = path.contains("?") ? "&" : "?";
        Optional<String> cursor = Optional.empty();
        do {
            Answer page =
                    get(path + joint + "limit=100" + cursor.map(c -> "&cursor=" + c).orElse(""));
            assertThat(page.status()).as("%s", page).isEqualTo(200);
            page.json().path("items").forEach(items::add);
            cursor =
                    Optional.of(page.json().path("nextCursor").asText(""))
                            .filter(text -> !text.isEmpty() && !text.equals("null"));
        } while (cursor.isPresent());
        return items;
    }

    public List<Long> makeIds(long recipeId) {
        return all("/v1/recipes/%d/makes".formatted(recipeId)).stream()
                .map(make -> make.path("makeId").asLong())
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private HttpRequest.Builder withJson(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
