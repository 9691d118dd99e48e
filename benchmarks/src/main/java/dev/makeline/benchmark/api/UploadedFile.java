package dev.makeline.benchmark.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.benchmark.instance.ApiClient;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// A file of 2 KiB in the steps that a browser takes: announced, sent to S3, completed.
///
/// @param token of its owner
public record UploadedFile(String id, String token) {

    private static final String CONTENT = "200 g plums, halved\n".repeat(103);
    private static final String BOUNDARY = "makeline-form-boundary";

    /// A file whose content has not been sent.
    ///
    /// @param upload where and with which fields it is sent
    record Announced(UploadedFile file, JsonNode upload, String content) {

        UploadedFile sendContent(ApiClient api) {
            Map<String, String> fields = new HashMap<>();
            upload.path("fields")
                    .properties()
                    .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
            ContentForm form = ContentForm.of(BOUNDARY, fields, content);
            api.post(URI.create(upload.path("url").asText()), form.contentType(), form.body());
            return file;
        }
    }

    static Announced announce(ApiClient api, String token, String name) {
        return announce(api, token, name, CONTENT);
    }

    private static Announced announce(ApiClient api, String token, String name, String content) {
        JsonNode answer =
                api.send(
                        "POST",
                        "/files",
                        Optional.of(token),
                        Optional.of(
                                Map.of(
                                        "name",
                                        name,
                                        "description",
                                        "What the benchmark uploads",
                                        "size",
                                        content.getBytes(UTF_8).length,
                                        "mediaType",
                                        "text/plain",
                                        "sha256",
                                        sha256(content))));
        return new Announced(
                new UploadedFile(answer.path("fileId").asText(), token),
                answer.path("upload"),
                content);
    }

    /// In all steps.
    public static UploadedFile upload(ApiClient api, String token, String name) {
        return upload(api, token, name, CONTENT);
    }

    /// The same with a content of one's own.
    public static UploadedFile upload(ApiClient api, String token, String name, String content) {
        return announce(api, token, name, content).sendContent(api).complete(api);
    }

    UploadedFile complete(ApiClient api) {
        api.send("POST", path() + "/completion", Optional.of(token), Optional.empty());
        return this;
    }

    String path() {
        return "/files/" + id;
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
