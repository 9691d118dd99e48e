package dev.makeline.benchmark.usage;

import dev.makeline.benchmark.instance.Endpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hands bytes on to an HTTP server unchanged, so that signatures still hold, and counts the
/// requests among them by method. A body that has a request line in it would be counted, too.
/// Thread-safe.
final class RequestTap implements AutoCloseable {

    private static final Pattern REQUEST_LINE =
            Pattern.compile("(GET|PUT|POST|HEAD|DELETE) \\S+ HTTP/1\\.1\r\n");
    private static final int BUFFER = 64 * 1024;

    private final int port;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> counts = new TreeMap<>();

    private RequestTap(int port, ServerSocket server) {
        this.port = port;
        this.server = server;
    }

    /// @param port on this machine, of the server
    static RequestTap before(int port) {
        try {
            RequestTap tap =
                    new RequestTap(
                            port, new ServerSocket(0, 256, InetAddress.getLoopbackAddress()));
            tap.threads.execute(tap::accept);
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException("No tap can be put before port " + port, e);
        }
    }

    String url() {
        return Endpoints.url(server.getLocalPort());
    }

    /// What was asked since this was asked for last.
    synchronized Map<String, Integer> take() {
        Map<String, Integer> taken = Map.copyOf(counts);
        counts.clear();
        return taken;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), port);
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                threads.execute(() -> pump(client, behind, true));
                threads.execute(() -> pump(behind, client, false));
            }
        } catch (IOException _) {
            // Closed: whoever still wants something has lost its connection, and says so.
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (counted) {
                    count(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException _) {
            // Either side may hang up; the other sees it by its own closed connection.
        }
    }

    private synchronized void count(String bytes) {
        Matcher line = REQUEST_LINE.matcher(bytes);
        while (line.find()) {
            counts.merge(line.group(1), 1, Integer::sum);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
