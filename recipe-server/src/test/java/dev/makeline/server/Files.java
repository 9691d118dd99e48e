package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Somebody's files over the API, and forms as browsers send them.
record Files(Api api) {

    private static final HttpClient BROWSER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String BOUNDARY = "----form-of-a-browser";

    /// What a browser was given for an upload.
    record Form(String url, Map<String, String> fields) {

        static Form of(JsonNode upload) {
            Map<String, String> fields = new LinkedHashMap<>();
            upload.path("fields")
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), field.getValue().textValue()));
            return new Form(upload.path("url").textValue(), fields);
        }

        Form with(String field, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(field, value);
            return new Form(url, changed);
        }

        /// @return the HTTP status of S3's answer
        int send(byte[] content) {
            return answer(content, "").statusCode();
        }

        HttpResponse<String> answer(byte[] content, String origin) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .timeout(Duration.ofSeconds(20))
                            .POST(BodyPublishers.ofByteArray(body(content)));
            if (!origin.isEmpty()) {
                request.header("Origin", origin);
            }
            return exchange(request.build());
        }

        private byte[] body(byte[] content) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            fields.forEach((name, value) -> body.writeBytes(part(name, "", value)));
            body.writeBytes(
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../x\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(BOUNDARY)
                            .getBytes(UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
            return body.toByteArray();
        }

        private static byte[] part(String name, String parameters, String value) {
            return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, name, parameters, value)
                    .getBytes(UTF_8);
        }
    }

    static HttpResponse<String> exchange(HttpRequest request) {
        return exchange(request, BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String fileId) {
        return exchange(
                HttpRequest.newBuilder(api.server().resolve("/v1/files/" + fileId + "/content"))
                        .header("Authorization", "Bearer " + api.token())
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
        try {
            return BROWSER.send(request, handler);
        } catch (IOException e) {
            throw new AssertionError("No answer from " + request.uri().getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    Api.Answer announce(String name, String mediaType, byte[] content, String... headers) {
        return api.post("/v1/files", announcement(name, mediaType, content).toString(), headers);
    }

    static ObjectNode announcement(String name, String mediaType, byte[] content) {
        return ProtocolJson.mapper()
                .createObjectNode()
                .put("name", name)
                .put("description", "of " + name.length() + " letters")
                .put("size", content.length)
                .put("mediaType", mediaType)
                .put("sha256", sha256(content));
    }

    /// Announced, sent by form and completed.
    String upload(String name, String mediaType, byte[] content) {
        JsonNode announced = announce(name, mediaType, content).json();
        int sent = Form.of(announced.path("upload")).send(content);
        Api.Answer completed = complete(announced.path("fileId").textValue());
        if (sent >= 300 || completed.status() != 200) {
            throw new AssertionError("%d, then %s".formatted(sent, completed.body()));
        }
        return announced.path("fileId").textValue();
    }

    String upload(String name, String text) {
        return upload(name, "text/plain", text.getBytes(UTF_8));
    }

    Api.Answer complete(String fileId) {
        return api.post("/v1/files/" + fileId + "/completion", "");
    }

    Api.Answer get(String fileId) {
        return api.get("/v1/files/" + fileId);
    }

    Api.Answer content(String fileId) {
        return api.get("/v1/files/" + fileId + "/content");
    }

    Api.Answer put(String fileId, String mediaType, byte[] content, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = mediaType;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return api.send(
                "PUT",
                "/v1/files/" + fileId + "/content",
                BodyPublishers.ofByteArray(content),
                all);
    }

    Api.Answer delete(String fileId) {
        return api.send("DELETE", "/v1/files/" + fileId, BodyPublishers.noBody());
    }

    Api.Answer purge(String fileId) {
        return api.send("DELETE", "/v1/files/" + fileId + "?purge=true", BodyPublishers.noBody());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
