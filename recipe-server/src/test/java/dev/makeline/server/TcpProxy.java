package dev.makeline.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Stands before a port of this machine and can cut everything off, or hold it up.
final class TcpProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile CompletableFuture<Boolean> flowing = CompletableFuture.completedFuture(true);

    private TcpProxy(ServerSocket listener, int port) {
        this.listener = listener;
        this.port = port;
    }

    static TcpProxy to(int port) throws IOException {
        TcpProxy proxy =
                new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(proxy::run);
        return proxy;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /// Connections are reset from now on, those that are open too.
    void refuse() {
        refusing = true;
        open.forEach(TcpProxy::closeQuietly);
    }

    void accept() {
        refusing = false;
    }

    /// Nothing goes through, but connections stay open.
    void pause() {
        flowing = new CompletableFuture<>();
    }

    void resume() {
        flowing.complete(true);
    }

    private void run() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (refusing) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // The other end is gone, or this one is closed.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> copy(client, server));
        Thread.ofVirtual().start(() -> copy(server, client));
    }

    private void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[16 * 1024];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                flowing.join();
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            closeQuietly(to);
        } finally {
            open.remove(from);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed in any case.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        resume();
        open.forEach(TcpProxy::closeQuietly);
    }
}
