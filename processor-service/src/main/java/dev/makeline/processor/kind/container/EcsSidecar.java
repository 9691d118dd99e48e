package dev.makeline.processor.kind.container;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.processor.task.TaskContainer;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// On ECS, which starts the container beside the task's own: looks at how it is doing until it has
/// ended. When the task's own container ends, ECS ends this one with it. What the container writes
/// goes where the task definition sends it, and is not heard here.
public final class EcsSidecar implements ContainerEngine {

    private static final String METADATA = "ECS_CONTAINER_METADATA_URI_V4";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_FAILURES = 60;
    private static final int OK = 200;

    private final URI task;
    private final Duration pause;

    EcsSidecar(URI metadata, Duration pause) {
        this.task = URI.create(metadata + "/task");
        this.pause = pause;
    }

    /// Empty where this process does not run on ECS.
    public static Optional<EcsSidecar> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(METADATA))
                .map(metadata -> new EcsSidecar(URI.create(metadata), PAUSE));
    }

    @Override
    public ContainerEnd run(ContainerOrder order, Consumer<String> says)
            throws InterruptedException {
        try (HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build()) {
            try {
                return run(http, says);
            } finally {
                http.shutdownNow();
            }
        }
    }

    private ContainerEnd run(HttpClient http, Consumer<String> says) throws InterruptedException {
        boolean told = false;
        int failures = 0;
        while (true) {
            try {
                Optional<JsonNode> container = look(http);
                failures = 0;
                if (container.isPresent()) {
                    if (!told) {
                        says.accept(where(container.get().path("LogOptions")));
                        told = true;
                    }
                    if (container.get().path("KnownStatus").asText().equals("STOPPED")) {
                        return end(container.get());
                    }
                }
            } catch (IOException e) {
                failures++;
                if (failures == MOST_FAILURES) {
                    return new ContainerEnd.EngineFailed(
                            "ECS does not say how the container is doing.");
                }
            }
            Thread.sleep(pause);
        }
    }

    /// Empty while ECS knows nothing of it yet.
    private Optional<JsonNode> look(HttpClient http) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(
                        HttpRequest.newBuilder(task).timeout(ANSWER).GET().build(),
                        BodyHandlers.ofByteArray());
        if (response.statusCode() != OK) {
            throw new IOException("The metadata endpoint answered " + response.statusCode());
        }
        return ProtocolJson.mapper()
                .readTree(response.body())
                .path("Containers")
                .valueStream()
                .filter(one -> one.path("Name").asText().equals(TaskContainer.NAME))
                .findFirst();
    }

    private static ContainerEnd end(JsonNode container) {
        return container.path("ExitCode").isInt()
                ? new ContainerEnd.Exited(container.path("ExitCode").intValue())
                : new ContainerEnd.EngineFailed(
                        "ECS could not start the container; its image may not exist.");
    }

    private static String where(JsonNode options) {
        return options.has("awslogs-stream")
                ? "What the container says is not heard here; it is in CloudWatch Logs, group %s, stream %s."
                        .formatted(
                                options.path("awslogs-group").asText(),
                                options.path("awslogs-stream").asText())
                : "What the container says is not heard here; it goes where the task definition sends it.";
    }
}
