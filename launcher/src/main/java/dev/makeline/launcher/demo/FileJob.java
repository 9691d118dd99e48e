package dev.makeline.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.launcher.instance.ServerApi;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file as a person uploads it, and a job on it: announced, sent to S3 by the form that the
/// server gives, completed, a text appended by a task of its own, and the output read.
final class FileJob {

    private static final String NAME = "shopping.txt";
    private static final String CONTENT = "flour\nbutter\nplums\n";
    private static final String TEXT = "and a pinch of salt\n";
    private static final String BOUNDARY = "makeline-demo-boundary";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// The first task starts without the cache, which is made of what it notes.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final List<String> LIVE = List.of("queued", "starting", "running");

    private final ServerApi api;
    private final PrintStream out;

    FileJob(ServerApi api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    /// @return what did not come out as it should; empty when all did
    Optional<String> run() throws InterruptedException {
        out.println("A file is uploaded, and a job appends a text to it (" + NAME + ")");
        Optional<String> file = upload();
        if (file.isEmpty()) {
            return problem("The file could not be uploaded.");
        }
        Optional<JsonNode> job =
                api.post(
                                "/v1/jobs",
                                Map.of(
                                        "kind", "append-text",
                                        "fileId", file.get(),
                                        "parameters", Map.of("text", TEXT)))
                        .map(ServerApi.Answer::body)
                        .filter(answer -> answer.has("jobId"));
        if (job.isEmpty()) {
            return problem("The job was not taken.");
        }
        Optional<JsonNode> over = await(job.get().path("jobId").asText());
        if (over.isEmpty()) {
            return problem("The job was not over within %d s.".formatted(PATIENCE.toSeconds()));
        }
        return told(over.get());
    }

    private Optional<String> told(JsonNode job) throws InterruptedException {
        if (!job.path("state").asText().equals("succeeded")) {
            return problem("The job ended otherwise: " + job.path("reason").asText());
        }
        Optional<String> output =
                api.getText("/v1/files/%s/content".formatted(job.path("outputFileId").asText()));
        if (!output.equals(Optional.of(CONTENT + TEXT))) {
            return problem("The output is not the file with the text at its end.");
        }
        out.printf(
                "    Succeeded: waited %,d ms, started %,d ms, ran %,d ms; the output:%n",
                job.at("/times/waitingMillis").asLong(),
                job.at("/times/startingMillis").asLong(),
                job.at("/times/runningMillis").asLong());
        output.get().lines().forEach(line -> out.println("      | " + line));
        out.println();
        return Optional.empty();
    }

    private Optional<String> problem(String sentence) {
        out.println("    ! " + sentence);
        return Optional.of(NAME + ": " + sentence);
    }

    private Optional<JsonNode> await(String job) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<JsonNode> now =
                    api.get("/v1/jobs/" + job)
                            .filter(answer -> !LIVE.contains(answer.path("state").asText()));
            if (now.isPresent()) {
                return now;
            }
            Thread.sleep(POLL_INTERVAL);
        }
        return Optional.empty();
    }

    private Optional<String> upload() throws InterruptedException {
        Optional<JsonNode> announced =
                api.post(
                                "/v1/files",
                                Map.of(
                                        "name",
                                        NAME,
                                        "description",
                                        "What the demo uploads",
                                        "size",
                                        CONTENT.length(),
                                        "mediaType",
                                        "text/plain",
                                        "sha256",
                                        sha256()))
                        .map(ServerApi.Answer::body)
                        .filter(answer -> answer.has("upload"));
        if (announced.isEmpty() || !send(announced.get().path("upload"))) {
            return Optional.empty();
        }
        String file = announced.get().path("fileId").asText();
        return api.post("/v1/files/%s/completion".formatted(file), Map.of())
                .filter(answer -> answer.status() / 100 == 2)
                .map(_ -> file);
    }

    private static boolean send(JsonNode upload) throws InterruptedException {
        HttpRequest form =
                HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofString(body(upload.path("fields"))))
                        .build();
        try (HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(TIMEOUT)
                        .build()) {
            return http.send(form, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }

    private static String body(JsonNode fields) {
        StringBuilder body = new StringBuilder();
        fields.properties()
                .forEach(field ->
                        part(
                                body,
                                "name=\"%s\"".formatted(field.getKey()),
                                field.getValue().asText()));
        part(body, "name=\"file\"; filename=\"%s\"".formatted(NAME), CONTENT);
        return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private static void part(StringBuilder body, String disposition, String value) {
        body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; ")
                .append(disposition)
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n");
    }

    private static String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(CONTENT.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
