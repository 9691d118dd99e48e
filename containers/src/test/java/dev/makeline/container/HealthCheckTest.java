package dev.makeline.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckTest {

    private static final Duration NONE = Duration.ZERO;

    @Test
    void aProcessThatIsReadyIsInNoTrouble() throws Exception {
        HttpServer server = answering(200, "{\"status\":\"UP\"}");
        try {
            assertThat(HealthCheck.trouble(server.getAddress().getPort(), NONE)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProcessThatBecomesReadyWhileItIsAskedIsInNoTrouble() throws Exception {
        HttpServer server = answering(503, 200, "{}");
        try {
            assertThat(HealthCheck.trouble(server.getAddress().getPort(), Duration.ofSeconds(30)))
                    .isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProcessThatIsNotSaysWhy() throws Exception {
        HttpServer server = answering(503, "{\"sqs\":\"not permitted\"}");
        try {
            assertThat(HealthCheck.trouble(server.getAddress().getPort(), NONE))
                    .contains("{\"sqs\":\"not permitted\"}");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProcessThatDoesNotAnswerIsNamedByItsPort() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(HealthCheck.trouble(port, NONE))
                .hasValueSatisfying(trouble ->
                        assertThat(trouble).startsWith("Nothing answers on port " + port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "0", "65536", "-1", "8080 "})
    void aPortThatIsNoneIsNamedByItsSetting(String port) throws Exception {
        assertThat(HealthCheck.trouble(port, NONE))
                .hasValueSatisfying(trouble ->
                        assertThat(trouble)
                                .startsWith("MICRONAUT_SERVER_PORT is '%s'".formatted(port)));
    }

    private static HttpServer answering(int status, String body) throws IOException {
        return answering(status, status, body);
    }

    private static HttpServer answering(int first, int later, String body) throws IOException {
        AtomicInteger status = new AtomicInteger(first);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext(
                "/health/readiness",
                exchange -> {
                    try (exchange) {
                        byte[] bytes = body.getBytes(UTF_8);
                        exchange.sendResponseHeaders(status.getAndSet(later), bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        server.start();
        return server;
    }
}
