package dev.makeline.processor.grant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A store that begins its answers at once and sends them byte by byte, and that takes what is put
/// as slowly as it is told.
public final class DrippingStore implements AutoCloseable {

    private static final int OK = 200;
    private static final int BLOCK = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration pause;
    private final int size;

    /// Bytes that were put in whole.
    public final AtomicLong taken = new AtomicLong();

    /// @param size of each content, in bytes
    /// @param pause between two bytes that are sent, and between two blocks that are taken
    public DrippingStore(int size, Duration pause) {
        this.size = size;
        this.pause = pause;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI link(String path) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), path));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                long all = 0;
                for (int read = take(exchange); read > 0; read = take(exchange)) {
                    all += read;
                }
                taken.set(all);
                exchange.sendResponseHeaders(OK, -1);
                return;
            }
            exchange.sendResponseHeaders(OK, size);
            for (int i = 0; i < size && waited(); i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            }
        }
    }

    private int take(HttpExchange exchange) throws IOException {
        return waited() ? exchange.getRequestBody().readNBytes(BLOCK).length : 0;
    }

    /// @return not when it is closed meanwhile
    private boolean waited() {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
