package dev.makeline.benchmark.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// The TCP ports of one instance on the loopback interface.
public record Endpoints(
        int s3, int sqs, int dynamoDb, int recipeServer, int watcher, int sender, int processor) {

    public static final String HOST = "127.0.0.1";

    /// Ports that were free a moment ago, so that an instance that is already running is not
    /// disturbed.
    public static Endpoints anyFree() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 7; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : held) {
                socket.close();
            }
            return new Endpoints(
                    ports.get(0),
                    ports.get(1),
                    ports.get(2),
                    ports.get(3),
                    ports.get(4),
                    ports.get(5),
                    ports.get(6));
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + HOST, e);
        }
    }

    public static String url(int port) {
        return "http://" + HOST + ':' + port;
    }
}
