package dev.makeline.launcher.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Uses the REST API of an instance as a person with a token would. The caller closes it.
public final class ServerApi implements AutoCloseable {

    /// @param body missing when it is no JSON
    public record Answer(int status, JsonNode body) {}

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final URI server;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();

    public ServerApi(Ports ports, String token) {
        this.server = Ports.uri(ports.server());
        this.token = token;
    }

    /// @param path from the root, for example `/v1/intake/summary`
    /// @return empty when there was no answer 200 with JSON within five seconds
    public Optional<JsonNode> get(String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK
                    ? Optional.of(ProtocolJson.read(response.body(), JsonNode.class))
                    : Optional.empty();
        } catch (IOException | MalformedMessageException e) {
            return Optional.empty();
        }
    }

    /// @param path from the root
    /// @return empty when there was no answer 200 within five seconds
    public Optional<String> getText(String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + token)
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// @param body is sent as JSON
    /// @return empty when there was no answer within five seconds
    public Optional<Answer> post(String path, Object body) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(ProtocolJson.write(body)))
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return Optional.of(new Answer(response.statusCode(), json(response.body())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode json(String body) {
        try {
            return ProtocolJson.read(body, JsonNode.class);
        } catch (MalformedMessageException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
