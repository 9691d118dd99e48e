package dev.makeline.launcher.supervision;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// Asks whether one run of a process is ready. Every failure to answer means "not yet".
public final class ReadinessProbe {

    /// Generous for an answer on the loopback interface of a busy machine.
    private static final int TIMEOUT_MILLIS = 2_000;

    private static final int OK = 200;

    private final Readiness readiness;
    private final AtomicBoolean printed = new AtomicBoolean();
    private final LogFollower follower;

    /// @param logStart where in the log this run begins, in bytes
    ReadinessProbe(Readiness readiness, Path log, long logStart) {
        this.readiness = readiness;
        this.follower = new LogFollower(log, logStart, this::read);
    }

    boolean isReady() {
        return switch (readiness) {
            case Readiness.Answers(var uri) -> answers(uri);
            case Readiness.Listens(var address) -> listens(address);
            case Readiness.Prints _ -> {
                follower.poll();
                yield printed.get();
            }
        };
    }

    /// Whether something takes connections at this address.
    public static boolean listens(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a GET of this address answers 200.
    public static boolean answers(URI uri) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            try {
                connection.setConnectTimeout(TIMEOUT_MILLIS);
                connection.setReadTimeout(TIMEOUT_MILLIS);
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    private void read(String line) {
        if (readiness instanceof Readiness.Prints(String beginning) && line.startsWith(beginning)) {
            printed.set(true);
        }
    }
}
