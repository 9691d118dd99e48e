package dev.makeline.container;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/// The health check of every image: asks the process beside it whether it is ready, and ends with 0
/// when it is, else with 1 and what the process says of itself on stdout. A socket and no HTTP
/// client, since this runs again and again in a JVM of its own.
///
/// One that finds the process not ready asks on for some seconds: checks can be rare, and a start
/// is seen soon all the same. It ends by itself within 9 s, before an engine gives it up: engines
/// of old leave a check running that they have given up.
public final class HealthCheck {

    /// The port of this image's process unless the variable has another.
    private static final String PORT_PROPERTY = "makeline.health.port";

    private static final String PORT_VARIABLE = "MICRONAUT_SERVER_PORT";
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 3_000;
    private static final int MOST_BYTES = 4_096;

    private static final String REQUEST =
            "GET /health/readiness HTTP/1.0\r\nHost: localhost\r\nAccept: application/json\r\n\r\n";

    private HealthCheck() {}

    public static void main(String[] args) throws InterruptedException {
        String port =
                Optional.ofNullable(System.getenv(PORT_VARIABLE))
                        .orElseGet(() -> System.getProperty(PORT_PROPERTY, ""));
        Optional<String> trouble = trouble(port, PATIENCE);
        trouble.ifPresent(System.out::println);
        System.exit(trouble.isPresent() ? 1 : 0);
    }

    /// @param port as it is set
    static Optional<String> trouble(String port, Duration patience) throws InterruptedException {
        Optional<Integer> number = number(port);
        return number.isPresent()
                ? trouble(number.get(), patience)
                : Optional.of(
                        "%s is '%s'; set it to a port from 1 to 65535, or leave it out"
                                .formatted(PORT_VARIABLE, port));
    }

    private static Optional<Integer> number(String port) {
        return Optional.of(port)
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number > 0 && number <= HIGHEST_PORT);
    }

    /// @return empty as soon as the process is ready; after the patience the last trouble
    static Optional<String> trouble(int port, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> trouble = trouble(port);
        while (trouble.isPresent() && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            trouble = trouble(port);
        }
        return trouble;
    }

    private static Optional<String> trouble(int port) {
        try {
            String answer = ask(port);
            return answer.startsWith("HTTP/1.1 200") || answer.startsWith("HTTP/1.0 200")
                    ? Optional.empty()
                    : Optional.of(body(answer));
        } catch (IOException e) {
            return Optional.of(
                    "Nothing answers on port %d yet (%s); the log tells more."
                            .formatted(port, e.getMessage()));
        }
    }

    private static String ask(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(REQUEST.getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(MOST_BYTES), UTF_8);
        }
    }

    private static String body(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        return (end < 0 ? answer : answer.substring(end)).strip();
    }
}
