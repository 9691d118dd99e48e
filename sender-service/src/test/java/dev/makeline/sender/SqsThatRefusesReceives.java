package dev.makeline.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// In front of another SQS: lets everything through but receives, as for a role that lacks that
/// right, until it grants them.
final class SqsThatRefusesReceives implements AutoCloseable {

    private static final String TARGET = "X-Amz-Target";
    private static final String TYPE = "Content-Type";

    private static final byte[] DENIED =
            "{\"__type\": \"com.amazon.coral.service#AccessDeniedException\", \"message\": \"not authorized\"}"
                    .getBytes(UTF_8);

    private final HttpClient behind =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final URI sqs;
    private final HttpServer http;
    private volatile boolean granted;

    SqsThatRefusesReceives(String sqs) throws IOException {
        this.sqs = URI.create(sqs);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(executor);
        http.createContext("/", this::answer);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void grantReceives() {
        granted = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst(TARGET);
        try (exchange) {
            if (!granted && target.endsWith("ReceiveMessage")) {
                send(exchange, 400, DENIED);
            } else {
                HttpResponse<byte[]> answer = askBehind(exchange, target);
                send(exchange, answer.statusCode(), answer.body());
            }
        }
    }

    private HttpResponse<byte[]> askBehind(HttpExchange exchange, String target)
            throws IOException {
        try {
            return behind.send(
                    HttpRequest.newBuilder(sqs)
                            .header(TARGET, target)
                            .header(TYPE, exchange.getRequestHeaders().getFirst(TYPE))
                            .POST(
                                    BodyPublishers.ofByteArray(
                                            exchange.getRequestBody().readAllBytes()))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set(TYPE, "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        http.stop(0);
        behind.close();
        executor.close();
    }
}
