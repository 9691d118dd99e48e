package dev.makeline.benchmark.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.makeline.benchmark.instance.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Stands between services and DynamoDB, has every request answered with the capacity units that it
/// took, and adds them up. Thread-safe.
///
/// It changes what was signed, so it works with DynamoDB Local alone, which looks at no signature.
final class DynamoMeter implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> REQUEST_HEADERS =
            List.of("Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Target");

    /// The checksum is of the body, which is handed on as it came.
    private static final List<String> ANSWER_HEADERS =
            List.of("Content-Type", "x-amz-crc32", "x-amzn-RequestId");

    static {
        // Otherwise each answer waits 40 ms for the acknowledgement of the part before it.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final URI dynamoDb;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private CapacityUnits units = CapacityUnits.NONE;

    private DynamoMeter(URI dynamoDb, HttpServer server) {
        this.dynamoDb = dynamoDb;
        this.server = server;
    }

    static DynamoMeter before(URI dynamoDb) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
            DynamoMeter meter = new DynamoMeter(dynamoDb, server);
            server.createContext("/", meter::forward);
            server.setExecutor(meter.threads);
            server.start();
            return meter;
        } catch (IOException e) {
            throw new UncheckedIOException("No meter can be put before DynamoDB", e);
        }
    }

    String url() {
        return Endpoints.url(server.getAddress().getPort());
    }

    /// What was used since this was asked for last.
    synchronized CapacityUnits take() {
        CapacityUnits taken = units;
        units = CapacityUnits.NONE;
        return taken;
    }

    private synchronized void add(CapacityUnits more) {
        units = units.plus(more);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            String operation = target.substring(target.indexOf('.') + 1);
            HttpResponse<byte[]> answer = ask(exchange, operation);
            if (CapacityUnits.isToldBy(operation) && answer.statusCode() == 200) {
                add(CapacityUnits.of(operation, JSON.readTree(answer.body())));
            }
            for (String header : ANSWER_HEADERS) {
                answer.headers()
                        .firstValue(header)
                        .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, String operation)
            throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(dynamoDb.resolve(exchange.getRequestURI()))
                        .timeout(TIMEOUT)
                        .method(
                                exchange.getRequestMethod(),
                                BodyPublishers.ofByteArray(
                                        CapacityUnits.isToldBy(operation) ? asking(body) : body));
        for (String header : REQUEST_HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] asking(byte[] body) throws IOException {
        JsonNode request = JSON.readTree(body);
        ((ObjectNode) request).put("ReturnConsumedCapacity", "INDEXES");
        return JSON.writeValueAsBytes(request);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        client.close();
    }
}
