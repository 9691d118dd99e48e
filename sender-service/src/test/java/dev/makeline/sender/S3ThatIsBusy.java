package dev.makeline.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers every request with 503 SlowDown, and counts them.
final class S3ThatIsBusy implements AutoCloseable {

    private static final byte[] SLOW_DOWN =
            "<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"
                    .getBytes(UTF_8);

    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;

    private S3ThatIsBusy() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(executor);
        http.createContext("/", this::refuse);
        http.start();
    }

    static S3ThatIsBusy start() throws IOException {
        return new S3ThatIsBusy();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    private void refuse(HttpExchange exchange) throws IOException {
        int _ = requests.incrementAndGet();
        exchange.sendResponseHeaders(503, SLOW_DOWN.length);
        exchange.getResponseBody().write(SLOW_DOWN);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        executor.close();
    }
}
