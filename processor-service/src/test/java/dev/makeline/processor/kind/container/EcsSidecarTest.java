package dev.makeline.processor.kind.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.makeline.protocol.job.ResourceClass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EcsSidecarTest {

    private static final ContainerOrder ORDER =
            new ContainerOrder("one", "alpine", List.of(), ResourceClass.SMALL, Map.of());

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer metadata;

    @BeforeEach
    void start() throws IOException {
        metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadata.createContext(
                "/v4/task",
                exchange -> {
                    try (exchange) {
                        String answer = answers.size() > 1 ? answers.remove() : answers.element();
                        byte[] body = answer.getBytes(UTF_8);
                        exchange.sendResponseHeaders(answer.isEmpty() ? 500 : 200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        metadata.start();
    }

    @AfterEach
    void stop() {
        metadata.stop(0);
    }

    @Test
    void itsCodeIsKnownOnceItHasEndedThoughTheEndpointFailedMeanwhile() throws Exception {
        answers.add("{\"Containers\":[]}");
        answers.add(container("\"KnownStatus\":\"PULLED\""));
        answers.add("");
        answers.add("no JSON");
        answers.add(container("\"KnownStatus\":\"STOPPED\",\"ExitCode\":0"));

        assertThat(sidecar().run(ORDER, said::add)).isEqualTo(new ContainerEnd.Exited(0));
        assertThat(said)
                .containsExactly(
                        "What the container says is not heard here; it goes where the task definition sends it.");
    }

    @Test
    void aContainerThatEcsCouldNotStartMayBeTriedAgain() throws Exception {
        answers.add(container("\"KnownStatus\":\"STOPPED\""));

        assertThat(sidecar().run(ORDER, said::add)).isInstanceOf(ContainerEnd.EngineFailed.class);
    }

    @Test
    void anEndpointThatFailsOnAndOnIsGivenUp() throws Exception {
        answers.add("");

        assertThat(sidecar().run(ORDER, said::add)).isInstanceOf(ContainerEnd.EngineFailed.class);
        assertThat(said).isEmpty();
    }

    @Test
    void theEndOfTheJobEndsTheWait() {
        answers.add(container("\"KnownStatus\":\"RUNNING\""));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> sidecar().run(ORDER, said::add))
                .isInstanceOf(InterruptedException.class);
    }

    private EcsSidecar sidecar() {
        return new EcsSidecar(
                URI.create("http://127.0.0.1:" + metadata.getAddress().getPort() + "/v4"),
                Duration.ofMillis(5));
    }

    private static String container(String more) {
        return "{\"Containers\":[{\"Name\":\"task\",\"KnownStatus\":\"RUNNING\"},{\"Name\":\"job\",%s}]}"
                .formatted(more);
    }
}
