package dev.makeline.processor.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Speaks STS's query protocol as far as AssumeRole needs it. The credentials that it gives are a
/// task's of the other stand-ins.
public final class StsStandIn implements AutoCloseable {

    public static final String SESSION_TOKEN = "session+token/of=one".repeat(105);

    private static final int OK = 200;

    private final HttpServer server;

    /// What was asked, by parameter.
    public final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    /// The code of an error that is given in place of credentials; empty for none.
    public volatile String error = "";

    public volatile int status = OK;

    public StsStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            byte[] answer = (error.isEmpty() ? credentials() : refusal()).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], UTF_8)));
    }

    private static String credentials() {
        return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <AssumeRoleResult>
            <Credentials>
              <AccessKeyId>job</AccessKeyId>
              <SecretAccessKey>job</SecretAccessKey>
              <SessionToken>%s</SessionToken>
              <Expiration>2099-01-01T00:00:00Z</Expiration>
            </Credentials>
          </AssumeRoleResult>
        </AssumeRoleResponse>
        """
                .formatted(SESSION_TOKEN);
    }

    private String refusal() {
        return """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <Error><Type>Sender</Type><Code>%s</Code><Message>No.</Message></Error>
        </ErrorResponse>
        """
                .formatted(error);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
