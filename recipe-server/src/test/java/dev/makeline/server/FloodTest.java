package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Role;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FloodTest {

    @Test
    void aFloodOfRefusalsIsOnRecordAsTheFirstOnesAndTheirNumber() {
        Instant start = Instant.now().minusSeconds(1);
        Api admin;
        try (RunningServer server = RunningServer.start(Map.of("makeline.refusals.singly", "4"))) {
            Holder ann = Holder.of(server, Role.USER);
            Api user = new Api(server.uri(), ann.token());
            for (int i = 0; i < 50; i++) {
                assertThat(user.get("/v1/audit").status()).isEqualTo(403);
            }
            server.stop();
            admin =
                    new Api(
                            RunningServer.shared().uri(),
                            Holder.of(RunningServer.shared(), Role.ADMIN).token());

            JsonNode events =
                    admin.get("/v1/audit?actor=%s&from=%s".formatted(ann.id(), start))
                            .json()
                            .path("items");

            assertThat(events).hasSize(5);
            assertThat(events.get(0).path("action").asText()).isEqualTo("refusals-summed");
            assertThat(events.get(0).path("details").path("count").asText()).isEqualTo("46");
        }
    }
}
