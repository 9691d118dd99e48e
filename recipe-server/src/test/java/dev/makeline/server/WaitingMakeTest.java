package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.IntakeState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingMakeTest {

    /// makeline.recipe-server.request-timeout of sender-service.
    private static final Duration SENDERS_TIMEOUT = Duration.ofSeconds(5);

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Api sender = server.sender();
    private final long recipeId = RunningServer.newRecipeId();
    private final String path = "/v1/recipes/" + recipeId;

    @Test
    void makeBeforeItsRecipeWaitsAndIsKeptWhenTheRecipeIsPosted() {
        Submitted object = Submitted.make(Documents.pieWithPears(recipeId));
        JsonNode outcome = submit(object);
        assertThat(outcome.path("outcome").textValue()).isEqualTo("waiting");
        assertThat(stateOf(object)).isEqualTo(new IntakeState.Waiting(recipeId));

        api.post("/v1/recipes", Documents.pie(recipeId));

        awaitSubmitted(object);
        assertThat(submit(object).path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(makeCount()).isEqualTo(1);
        assertThat(api.get(path + "/makes").body()).contains("\"differenceCount\":1");
    }

    @Test
    void makeWhoseObjectIsGoneWhenItsRecipeComesIsKept() {
        Submitted object = Submitted.make(Documents.pie(recipeId));
        submit(object);

        submit(Submitted.recipe(Documents.pie(recipeId)));
        refuse(object);

        awaitSubmitted(object);
        assertThat(makeCount()).isEqualTo(1);
    }

    @Test
    void waitingMakeThatIsSubmittedWhileItIsReleasedIsKeptOnce() throws Exception {
        Submitted object = Submitted.make(Documents.pie(recipeId));
        submit(object);

        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> recipe =
                    senders.submit(() -> api.post("/v1/recipes", Documents.pie(recipeId)));
            Future<JsonNode> again = senders.submit(() -> submit(object));
            recipe.get();
            again.get();
        }

        awaitSubmitted(object);
        assertThat(makeCount()).isEqualTo(1);
    }

    @Test
    void manyMakesBeforeTheirRecipeAreKeptWhenItsFileComes() {
        List<Submitted> objects =
                IntStream.range(0, 120)
                        .mapToObj(i -> Submitted.make(Documents.pie(recipeId)))
                        .toList();
        objects.forEach(this::submit);

        submit(Submitted.recipe(Documents.pie(recipeId)));

        awaitSubmitted(objects);
        assertThat(makeCount()).isEqualTo(120);
    }

    @Test
    void waitingMakeThatItsRowCannotHoldIsSentOnWhenTheRecipeComes() {
        Submitted object = Submitted.make(Documents.large(recipeId, 450));
        submit(object);

        api.post("/v1/recipes", Documents.pie(recipeId));

        assertThat(new UploadJobs(server).receivedUntil(object.job())).contains(object.job());
        assertThat(stateOf(object)).isEqualTo(new IntakeState.Queued());
    }

    @Test
    void recipeThatTwoThousandMakesWaitForIsAnsweredBeforeItsSenderGivesUp() throws Exception {
        List<Submitted> objects =
                IntStream.range(0, 2_000)
                        .mapToObj(i -> Submitted.make(Documents.pie(recipeId)))
                        .toList();
        try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
            List<Callable<JsonNode>> early =
                    objects.stream()
                            .<Callable<JsonNode>>map(object -> () -> submit(object))
                            .toList();
            assertThat(senders.invokeAll(early))
                    .extracting(outcome -> outcome.get().path("outcome").textValue())
                    .containsOnly("waiting");
            Future<JsonNode> recipe =
                    senders.submit(() -> submit(Submitted.recipe(Documents.pie(recipeId))));
            assertThat(recipe).succeedsWithin(SENDERS_TIMEOUT);
        }

        awaitSubmitted(objects);
    }

    @Test
    void waitingMakeThatWasRetriedAndIsGoneByThenWaitsOn() {
        Submitted object = Submitted.make(Documents.pie(recipeId));
        submit(object);
        api.post("/v1/intake/" + object.objectId() + "/retry", "");

        Api.Answer answer = refuse(object);

        assertThat(answer.json().path("outcome").textValue()).isEqualTo("waiting");
        assertThat(stateOf(object)).isEqualTo(new IntakeState.Waiting(recipeId));
        api.post("/v1/recipes", Documents.pie(recipeId));
        awaitSubmitted(object);
    }

    private JsonNode submit(Submitted object) {
        Api.Answer answer = sender.post("/v1/intake/submissions", object.json());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Api.Answer refuse(Submitted object) {
        return sender.post("/v1/intake/submissions", object.refusal("It is gone.", ""));
    }

    private void awaitSubmitted(Submitted object) {
        awaitSubmitted(List.of(object));
    }

    private void awaitSubmitted(List<Submitted> objects) {
        List<String> ids = objects.stream().map(Submitted::objectId).toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(server.ledger().findAll(ids).values())
                                .hasSameSizeAs(ids)
                                .allMatch(entry -> entry.state() instanceof IntakeState.Submitted));
    }

    private IntakeState stateOf(Submitted object) {
        return server.ledger().find(object.objectId()).orElseThrow().state();
    }

    private int makeCount() {
        return api.get(path + "/makes?limit=200").json().path("items").size();
    }
}
