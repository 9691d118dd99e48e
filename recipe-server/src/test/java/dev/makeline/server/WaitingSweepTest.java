package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingSweepTest {

    @Test
    void makeThatWaitsAlthoughItsRecipeIsHereIsSentOn() {
        try (RunningServer server =
                RunningServer.start(Map.of("makeline.intake.sweep-interval", "200ms"))) {
            long recipeId = RunningServer.newRecipeId();
            server.api().post("/v1/recipes", Documents.pie(recipeId));
            Submitted stranded = Submitted.make(Documents.pie(recipeId));
            Submitted waiting = Submitted.make(Documents.pie(RunningServer.newRecipeId()));

            writeWaiting(server, stranded, recipeId);
            server.sender().post("/v1/intake/submissions", waiting.json());

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(stateOf(server, stranded))
                                    .isEqualTo(new IntakeState.Queued()));
            assertThat(new UploadJobs(server).receivedUntil(stranded.job()))
                    .contains(stranded.job())
                    .doesNotContain(waiting.job());
            assertThat(stateOf(server, waiting)).isInstanceOf(IntakeState.Waiting.class);
        }
    }

    private static IntakeState stateOf(RunningServer server, Submitted object) {
        return server.ledger().find(object.objectId()).orElseThrow().state();
    }

    private static void writeWaiting(RunningServer server, Submitted object, long recipeId) {
        server.ledger()
                .write(
                        List.of(
                                new IntakeEntry(
                                        object.job(),
                                        new IntakeState.Waiting(recipeId),
                                        Instant.now(),
                                        Optional.empty())));
    }
}
