package dev.makeline.processor.kind.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// By HTTP/1.1, some attempts a call, with a pause that doubles between them.
public final class HttpRecipeServer implements RecipeServer {

    /// A document, its differences and room.
    private static final int LONGEST_ANSWER = 16 << 20;

    private static final int PAGE = 200;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final RecipeServerSettings settings;
    private final HttpClient http;

    private HttpRecipeServer(RecipeServerSettings settings, HttpClient http) {
        this.settings = settings;
        this.http = http;
    }

    /// With a client of its own, which takes a moment to make.
    public static RecipeServer of(RecipeServerSettings settings) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(settings.timeout())
                        .build();
        return new HttpRecipeServer(settings, http);
    }

    @Override
    public Optional<JsonNode> recipe(long recipeId) throws IOException, InterruptedException {
        return get("/v1/recipes/%d".formatted(recipeId));
    }

    @Override
    public JsonNode makes(long recipeId, Optional<String> cursor)
            throws IOException, InterruptedException {
        String after =
                cursor.map(it -> "&cursor=" + URLEncoder.encode(it, StandardCharsets.UTF_8))
                        .orElse("");
        return get("/v1/recipes/%d/makes?limit=%d%s".formatted(recipeId, PAGE, after))
                .orElseGet(() -> ProtocolJson.mapper().createObjectNode());
    }

    @Override
    public Optional<JsonNode> differences(long recipeId, long makeId)
            throws IOException, InterruptedException {
        return get("/v1/recipes/%d/makes/%d/differences".formatted(recipeId, makeId));
    }

    private Optional<JsonNode> get(String path) throws IOException, InterruptedException {
        URI uri = settings.resolve(path);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + settings.token())
                        .header("Accept", "application/json")
                        .GET()
                        .build();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return read(exchange(request));
            } catch (RecipeServerException e) {
                if (attempt >= settings.attempts() || !e.mayGoWell()) {
                    throw e;
                }
                Thread.sleep(
                        pause.toMillis() / 2
                                + ThreadLocalRandom.current().nextLong(pause.toMillis()));
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            }
        }
    }

    /// The deadline is kept here, since the client's own ends with the answer's headers.
    private HttpResponse<byte[]> exchange(HttpRequest request)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new RecipeServerException(
                    "recipe-server did not answer within " + settings.timeout(), true, e);
        } catch (ExecutionException e) {
            throw new RecipeServerException("recipe-server cannot be reached", true, e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Optional<JsonNode> read(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        return switch (status) {
            case OK -> Optional.of(ProtocolJson.mapper().readTree(response.body()));
            case NOT_FOUND -> Optional.empty();
            case 401, 403 ->
                    throw new RecipeServerException(
                            "recipe-server refused the processor's token", false, null);
            default ->
                    throw new RecipeServerException(
                            "recipe-server answered " + status,
                            status == 429 || status >= 500,
                            null);
        };
    }
}
