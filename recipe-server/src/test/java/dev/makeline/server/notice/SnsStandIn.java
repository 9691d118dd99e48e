package dev.makeline.server.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Speaks as much of SNS's query protocol as Publish takes, and drops repetitions as a FIFO topic
/// does.
final class SnsStandIn implements AutoCloseable {

    private static final String PUBLISHED =
            """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <PublishResult><MessageId>94f20ce6-13c5-43a0-9a9e-ca52d816e90b</MessageId></PublishResult>
              <ResponseMetadata><RequestId>f187a3c1</RequestId></ResponseMetadata>
            </PublishResponse>
            """;
    private static final String REFUSED =
            """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
              <Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>not authorized</Message></Error>
              <RequestId>f187a3c1</RequestId>
            </ErrorResponse>
            """;

    private final HttpServer http;
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> delivered = new CopyOnWriteArrayList<>();
    private final Set<String> known = new HashSet<>();
    private volatile boolean isRefusing;

    private SnsStandIn(HttpServer http) {
        this.http = http;
    }

    static SnsStandIn start() {
        try {
            HttpServer http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SnsStandIn sns = new SnsStandIn(http);
            http.createContext("/", sns::answer);
            http.start();
            return sns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        requests.add(form);
        boolean isTaken = !isRefusing && "Publish".equals(form.get("Action"));
        if (isTaken
                && (!form.containsKey("MessageDeduplicationId")
                        || known.add(form.get("MessageDeduplicationId")))) {
            delivered.add(form);
        }
        byte[] body = (isTaken ? PUBLISHED : REFUSED).getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(isTaken ? 200 : 403, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair ->
                        form.put(
                                URLDecoder.decode(pair[0], UTF_8),
                                URLDecoder.decode(pair[1], UTF_8)));
        return form;
    }

    void refuse() {
        isRefusing = true;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    List<Map<String, String>> requests() {
        return requests;
    }

    List<Map<String, String>> delivered() {
        return delivered;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
