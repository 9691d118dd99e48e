package dev.makeline.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class HealthCheckTest {

    @Test
    void aProcessThatIsReadyIsInNoTrouble() throws IOException {
        HttpServer server = answering(200, "{\"status\":\"UP\"}");
        try {
            assertThat(HealthCheck.trouble(server.getAddress().getPort())).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProcessThatIsNotSaysWhy() throws IOException {
        HttpServer server = answering(503, "{\"sqs\":\"not permitted\"}");
        try {
            assertThat(HealthCheck.trouble(server.getAddress().getPort()))
                    .contains("{\"sqs\":\"not permitted\"}");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProcessThatDoesNotAnswerIsNamedByItsPort() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(HealthCheck.trouble(port))
                .hasValueSatisfying(trouble ->
                        assertThat(trouble).startsWith("Nothing answers on port " + port));
    }

    private static HttpServer answering(int status, String body) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext(
                "/health/readiness",
                exchange -> {
                    try (exchange) {
                        byte[] bytes = body.getBytes(UTF_8);
                        exchange.sendResponseHeaders(status, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
        server.start();
        return server;
    }
}
