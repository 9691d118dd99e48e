package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SesMailTest {

    private static final String ENDPOINT = "aws.endpointUrlSesV2";

    private final List<JsonNode> sent = new CopyOnWriteArrayList<>();

    @Test
    void mailGoesThroughTheApiOfSesAsARawMessage() throws Exception {
        HttpServer ses =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        ses.createContext(
                "/v2/email/outbound-emails",
                exchange -> {
                    sent.add(ProtocolJson.mapper().readTree(exchange.getRequestBody()));
                    byte[] answer = "{\"MessageId\":\"1\"}".getBytes(UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        ses.start();
        System.setProperty(ENDPOINT, "http://127.0.0.1:" + ses.getAddress().getPort());
        try (RunningServer server = RunningServer.start(Map.of("makeline.mail.delivery", "ses"))) {
            Person person = Person.any();

            server.register(person);

            await().untilAsserted(() -> assertThat(sent).hasSize(1));
            assertThat(sent.getFirst().at("/Destination/ToAddresses/0").asText())
                    .isEqualTo(person.email());
            assertThat(raw(sent.getFirst()))
                    .contains("To: " + person.email())
                    .contains("Subject: Your Makeline account");
        } finally {
            System.clearProperty(ENDPOINT);
            ses.stop(0);
        }
    }

    private static String raw(JsonNode request) throws IOException {
        return new String(
                Base64.getDecoder().decode(request.at("/Content/Raw/Data").asText()), UTF_8);
    }
}
