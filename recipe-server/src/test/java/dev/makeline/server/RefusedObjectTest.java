package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.IntakeTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RefusedObjectTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Api sender = server.sender();
    private final long recipeId = RunningServer.newRecipeId();

    @Test
    void refusedObjectIsRejectedWithItsReason() {
        Submitted object = Submitted.make("{}");

        Api.Answer answer =
                sender.post(
                        "/v1/intake/submissions",
                        object.refusal("The file is empty.", "line 1, column 1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("outcome").textValue()).isEqualTo("rejected");
        JsonNode entry = api.get("/v1/intake/" + object.objectId()).json();
        assertThat(entry.path("state").textValue()).isEqualTo("rejected");
        assertThat(entry.path("reason").textValue()).isEqualTo("The file is empty.");
        assertThat(entry.path("place").textValue()).isEqualTo("line 1, column 1");
    }

    @Test
    void submittedObjectThatIsGoneWhenItsJobComesAgainStaysSubmitted() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted object = Submitted.make(Documents.pie(recipeId));
        submit(object);

        Api.Answer answer = refuse(object);

        assertThat(answer.json().path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(stateOf(object)).isInstanceOf(IntakeState.Submitted.class);
    }

    @Test
    void makeThatWasQueuedAnewAndIsGoneByThenStaysSubmitted() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted object = Submitted.make(Documents.pie(recipeId));
        submit(object);
        IntakeState kept = stateOf(object);
        queueAnew(object);

        Api.Answer answer = refuse(object);

        assertThat(answer.json().path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(stateOf(object)).isEqualTo(kept);
    }

    @Test
    void makeThatIsGoneAfterADeathBeforeItsLedgerRowStaysSubmitted() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted object = Submitted.make(Documents.pie(recipeId));
        submit(object);
        IntakeState kept = stateOf(object);
        forget(object);

        refuse(object);

        assertThat(stateOf(object)).isEqualTo(kept);
    }

    @Test
    void recipeFileThatWasQueuedAnewAndIsGoneByThenStaysSubmitted() {
        Submitted object = Submitted.recipe(Documents.pie(recipeId));
        submit(object);
        IntakeState kept = stateOf(object);
        queueAnew(object);

        refuse(object);

        assertThat(stateOf(object)).isEqualTo(kept);
    }

    @Test
    void refusalThatMeetsADeliveryDoesNotHideItsMake() throws Exception {
        api.post("/v1/recipes", Documents.pie(recipeId));
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 40; round++) {
                Submitted object = Submitted.make(Documents.pie(recipeId));

                Future<JsonNode> delivery = senders.submit(() -> submit(object));
                Future<Api.Answer> refusal = senders.submit(() -> refuse(object));
                delivery.get();
                refusal.get();

                assertThat(stateOf(object)).isInstanceOf(IntakeState.Submitted.class);
            }
        }
    }

    private JsonNode submit(Submitted object) {
        Api.Answer answer = sender.post("/v1/intake/submissions", object.json());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Api.Answer refuse(Submitted object) {
        return sender.post("/v1/intake/submissions", object.refusal("It is gone.", ""));
    }

    /// As a repeated event does.
    private void queueAnew(Submitted object) {
        server.ledger()
                .write(
                        List.of(
                                new IntakeEntry(
                                        object.job(),
                                        new IntakeState.Queued(),
                                        Instant.now(),
                                        Optional.empty())));
    }

    private void forget(Submitted object) {
        server.dynamoDb()
                .deleteItem(delete ->
                        delete.tableName(IntakeTable.NAME).key(IntakeTable.key(object.objectId())));
    }

    private IntakeState stateOf(Submitted object) {
        return server.ledger().find(object.objectId()).orElseThrow().state();
    }
}
