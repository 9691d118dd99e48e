package dev.makeline.system.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// The loopback ports of one instance, chosen before it starts so that a restart finds them again.
public record Addresses(int s3, int sqs, int dynamoDb, int recipeServer, int watcher, int sender) {

    public static Addresses free() {
        List<Integer> ports = freePorts(6);
        return new Addresses(
                ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
    }

    public static int freePort() {
        return freePorts(1).getFirst();
    }

    /// All held open at once, so that none is given twice.
    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Addresses::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
