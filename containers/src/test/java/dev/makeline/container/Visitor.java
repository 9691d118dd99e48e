package dev.makeline.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// Somebody who registered and logged in.
final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "form-of-a-visitor";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    static final String PASSWORD = "a kitchen full of plums";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final String token;

    private Visitor(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    static Visitor registered(URI server, String name) {
        Visitor nobody = new Visitor(server, "");
        assertThat(
                        nobody.post(
                                        "/v1/users",
                                        """
                                        {"firstName": "Ada", "lastName": "Cook", "email": "%s@example.org",
                                         "username": "%s", "password": "%s"}
                                        """
                                                .formatted(name, name, PASSWORD))
                                .statusCode())
                .isBetween(200, 299);
        JsonNode logIn =
                json(
                        nobody.post(
                                "/v1/login",
                                "{\"username\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(name, PASSWORD)));
        return new Visitor(server, logIn.path("access_token").asText());
    }

    /// @return its id
    String upload(String name, String content) {
        JsonNode announced =
                json(
                        post(
                                "/v1/files",
                                """
                                {"name": "%s", "description": "", "mediaType": "text/plain",
                                 "size": %d, "sha256": "%s"}
                                """
                                        .formatted(name, content.length(), sha256(content))));
        assertThat(sendForm(announced.path("upload"), content)).isBetween(200, 299);
        String file = announced.path("fileId").asText();
        assertThat(post("/v1/files/%s/completion".formatted(file), "{}").statusCode())
                .isBetween(200, 299);
        return file;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    JsonNode getJson(String path) {
        return json(get(path));
    }

    HttpResponse<String> post(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /// Whole bodies of addresses that want no token.
    static Optional<String> read(URI address) {
        try {
            return Optional.of(
                    HTTP.send(
                                    HttpRequest.newBuilder(address).timeout(TIMEOUT).build(),
                                    BodyHandlers.ofString())
                            .body());
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static int sendForm(JsonNode form, String content) {
        StringBuilder body = new StringBuilder();
        form.path("fields")
                .properties()
                .forEach(field -> body.append(part(field.getKey(), field.getValue().asText())));
        body.append(part("file\"; filename=\"x", content)).append("--" + BOUNDARY + "--\r\n");
        return send(HttpRequest.newBuilder(URI.create(form.path("url").asText()))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .timeout(TIMEOUT)
                        .POST(BodyPublishers.ofString(body.toString())))
                .statusCode();
    }

    private static String part(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
