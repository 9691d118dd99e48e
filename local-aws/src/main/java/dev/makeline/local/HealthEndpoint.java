package dev.makeline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Answers `GET /health/readiness` as the services do, so that one health check fits every image.
/// It exists once all is ready, so nothing answers before.
final class HealthEndpoint {

    private static final byte[] UP = "{\"status\":\"UP\"}".getBytes(UTF_8);
    private static final int BACKLOG = 16;
    private static final int OK = 200;

    private HealthEndpoint() {}

    /// On loopback, where health checks ask, until the process ends.
    ///
    /// @throws LocalAwsCannotStartException when the port is taken
    static void open(int port) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            server.createContext("/health/readiness", HealthEndpoint::answer);
            server.start();
        } catch (IOException e) {
            throw new LocalAwsCannotStartException(
                    "Local AWS cannot tell its health on port %d (%s); stop what uses it, or choose another port with --health-port."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, UP.length);
            exchange.getResponseBody().write(UP);
        }
    }
}
