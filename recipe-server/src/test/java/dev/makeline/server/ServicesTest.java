package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Heartbeat;
import dev.makeline.protocol.Heartbeats;
import dev.makeline.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ServicesTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = new Api(server.uri(), server.token(Scope.ADMIN));

    private JsonNode service(String name) {
        Api.Answer answer = api.get("/v1/services");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .filter(service -> service.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> instances(String service) {
        Set<String> ids = new HashSet<>();
        service(service)
                .path("instances")
                .forEach(instance -> ids.add(instance.path("instanceId").asText()));
        return ids;
    }

    private void seen(String service, String id, Duration ago, Optional<String> trouble) {
        Instant at = Instant.now().minus(ago);
        new Heartbeats(server.dynamoDb())
                .put(
                        new Heartbeat(service, id, "0.1", at.minusSeconds(60), at, trouble),
                        Duration.ofMinutes(15));
    }

    @Test
    void serverThatRunsTellsSoByItself() {
        await().untilAsserted(() ->
                assertThat(service("recipe-server").path("state").asText()).isEqualTo("up"));

        JsonNode instance = service("recipe-server").path("instances").get(0);
        assertThat(instance.path("version").asText()).matches("[0-9].*");
        assertThat(Instant.parse(instance.path("startedAt").asText())).isBefore(Instant.now());
        assertThat(instance.has("detail")).isFalse();
    }

    @Test
    void serverThatEndsOrderlyLeavesNothing() {
        Set<String> before = instances("recipe-server");
        Set<String> during = new HashSet<>();
        try (RunningServer another =
                RunningServer.start(Map.of("makeline.heartbeat.interval", "1s"))) {
            assertThat(another.isStopping()).isFalse();
            await().until(() -> {
                during.addAll(instances("recipe-server"));
                return !before.containsAll(during);
            });
        }

        during.removeAll(before);
        await().untilAsserted(() ->
                assertThat(instances("recipe-server")).doesNotContainAnyElementsOf(during));
    }

    @Test
    void whatIsWrongIsToldInASentence() {
        seen("sender-service", "s1", Duration.ofSeconds(5), Optional.of("It does not reach s3."));
        seen("watcher-service", "w1", Duration.ofMinutes(1), Optional.empty());
        seen("watcher-service", "w2", Duration.ofMinutes(16), Optional.empty());
        seen("processor-service", "p1", Duration.ofMinutes(5), Optional.empty());
        seen("processor-service", "p2", Duration.ofSeconds(2), Optional.empty());

        JsonNode degraded = service("sender-service");
        assertThat(degraded.path("state").asText()).isEqualTo("degraded");
        assertThat(degraded.path("detail").asText()).isEqualTo("It does not reach s3.");
        JsonNode silent = service("watcher-service");
        assertThat(silent.path("state").asText()).isEqualTo("silent");
        assertThat(silent.path("detail").asText()).matches("Not seen for [0-9]+ s\\.");
        assertThat(silent.path("instances").size()).isEqualTo(1);
        JsonNode up = service("processor-service");
        assertThat(up.path("state").asText()).isEqualTo("up");
        assertThat(up.path("instances").get(1).path("state").asText()).isEqualTo("silent");
        assertThat(up.has("detail")).isFalse();
    }
}
