package dev.makeline.benchmark.instance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Requests of anybody to the REST API, each with the token of its caller. Every answer that is no
/// success throws an [InstanceFailedException]. Thread-safe; blocking.
public final class ApiClient {

    /// Counting tens of thousands of makes anew takes longest.
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final String base;

    ApiClient(String base) {
        this.base = base;
    }

    /// @param path after `/v1`
    public JsonNode get(String path, String token) {
        return json(send(request(path).header("Authorization", "Bearer " + token).GET().build()));
    }

    /// @param token empty for what is open to all
    /// @param body an object of Jackson's or a map; empty for none
    public JsonNode send(
            String method, String path, Optional<String> token, Optional<Object> body) {
        HttpRequest.Builder request =
                request(path)
                        .method(
                                method,
                                body.map(ApiClient::text)
                                        .map(BodyPublishers::ofString)
                                        .orElseGet(BodyPublishers::noBody));
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return json(send(request.build()));
    }

    /// The size of what is downloaded, in bytes.
    public int download(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET().build())
                .body()
                .length;
    }

    /// Posts a form to where the server said, which is not the server.
    public void post(URI uri, String contentType, String body) {
        send(
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/v1" + path)).timeout(TIMEOUT);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        String what = request.method() + ' ' + request.uri().getPath();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new InstanceFailedException(
                        "%s answered %d: %s"
                                .formatted(
                                        what,
                                        response.statusCode(),
                                        new String(response.body(), UTF_8)));
            }
            return response;
        } catch (IOException e) {
            throw new InstanceFailedException("%s failed: %s".formatted(what, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceFailedException(what + " was interrupted");
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return response.body().length == 0
                    ? MissingNode.getInstance()
                    : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new InstanceFailedException(
                    "The server's answer is not JSON: " + new String(response.body(), UTF_8));
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("No JSON can be made of " + body, e);
        }
    }
}
