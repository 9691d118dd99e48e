package dev.makeline.system.instance;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// When a program counts as started.
final class Readiness {

    private static final int TIMEOUT_MILLIS = 2_000;

    private Readiness() {}

    static BooleanSupplier answersReady(int port) {
        return () ->
                status(URI.create("http://127.0.0.1:%d/health/readiness".formatted(port))) == 200;
    }

    static BooleanSupplier listensOn(int... ports) {
        return () -> IntStream.of(ports).allMatch(Readiness::listens);
    }

    private static int status(URI uri) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            return -1;
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
