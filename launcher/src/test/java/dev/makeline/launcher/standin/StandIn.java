package dev.makeline.launcher.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A process that takes the place of a real one under the launcher: answers every request in the
/// same way, and prints what it was given. It does not notice a killed launcher.
///
/// Asked for [#EXHAUST_MEMORY], a service fills its heap and goes on answering if it can.
public final class StandIn {

    public static final String EXHAUST_MEMORY = "/exhaust-memory";

    public static final String SELF = "http://this";

    private static final int MEBIBYTE = 1 << 20;

    private StandIn() {}

    /// Takes the place of a service.
    ///
    /// @param answers bodies by path with query, in which [#SELF] is where it answers; everything
    ///   else is answered `{}`
    public static void service(String name, Map<String, String> answers) {
        if (name.equals(System.getenv("STAND_IN_DIES"))) {
            System.out.println("this stand-in cannot start");
            System.exit(2);
        }
        new TreeMap<>(System.getenv())
                .forEach((variable, value) -> {
                    if (variable.matches("(AWS|MAKELINE|MICRONAUT)_.*")) {
                        System.out.println(variable + "=" + value);
                    }
                });
        serve(
                Integer.parseInt(
                        Objects.requireNonNull(System.getenv("MICRONAUT_SERVER_PORT"), "port")),
                answers);
    }

    /// Answers on a port until the process ends.
    public static void serve(int port, Map<String, String> answers) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> answer(exchange, answers));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, Map<String, String> answers)
            throws IOException {
        exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().equals(EXHAUST_MEMORY)) {
            exhaustMemory();
        }
        byte[] body =
                answers.getOrDefault(exchange.getRequestURI().toString(), "{}")
                        .replace(SELF, "http:/" + exchange.getLocalAddress())
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void exhaustMemory() {
        List<byte[]> kept = new ArrayList<>();
        try {
            while (true) {
                kept.add(new byte[MEBIBYTE]);
            }
        } catch (OutOfMemoryError e) {
            int mebibytes = kept.size();
            kept.clear();
            System.out.println("out of memory at " + mebibytes + " MiB, and still here");
        }
    }
}
