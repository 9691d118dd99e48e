package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.server.recipe.RecipeChange;
import dev.makeline.server.recipe.RecipeKeeper;
import dev.makeline.server.request.Effect;
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

    @Test
    void makeWhoseRecipeCameWithoutTellingIsKeptFromItsWaitingRow() {
        try (RunningServer server =
                RunningServer.start(Map.of("makeline.intake.sweep-interval", "200ms"))) {
            long recipeId = RunningServer.newRecipeId();
            Submitted object = Submitted.make(Documents.pie(recipeId));
            server.sender().post("/v1/intake/submissions", object.json());

            keepRecipe(server, Documents.pie(recipeId));

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(stateOf(server, object))
                                    .isInstanceOf(IntakeState.Submitted.class));
        }
    }

    /// As when the server dies before it looks for who waits.
    private static void keepRecipe(RunningServer server, String recipe) {
        var document = (Reading.Read) new RecipeDocumentReader().read(recipe.getBytes(UTF_8));
        server.bean(RecipeKeeper.class)
                .keep(document.document(), new RecipeChange.Create(), Effect.once(Instant.now()));
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
