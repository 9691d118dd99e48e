package dev.makeline.system.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// An upload form as a browser sends it.
public final class FormPost {

    private static final String BOUNDARY = "form-post";

    private FormPost() {}

    /// @param form as it was answered: url and fields
    /// @return the HTTP status
    public static int send(JsonNode form, String content) {
        StringBuilder body = new StringBuilder();
        form.path("fields")
                .properties()
                .forEach(field -> body.append(part(field.getKey(), field.getValue().asText())));
        body.append(part("file\"; filename=\"x", content)).append("--" + BOUNDARY + "--\r\n");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(form.path("url").asText()))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .timeout(Duration.ofSeconds(10))
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String part(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value);
    }
}
