package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.IntakeTable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Api sender = server.sender();
    private final long recipeId = RunningServer.newRecipeId();
    private final String path = "/v1/recipes/" + recipeId;

    @Test
    void submittedMakeIsKeptAndInTheLedger() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted object = Submitted.make(Documents.pieWithPears(recipeId));

        JsonNode outcome = submit(object);

        long makeId = outcome.path("makeId").longValue();
        assertThat(outcome.path("outcome").textValue()).isEqualTo("accepted");
        assertThat(outcome.path("recipeId").longValue()).isEqualTo(recipeId);
        assertThat(outcome.path("revision").intValue()).isEqualTo(1);
        assertThat(api.get(path + "/makes/" + makeId).json().path("traceId").textValue())
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        JsonNode entry = api.get("/v1/intake/" + object.objectId()).json();
        assertThat(entry.path("state").textValue()).isEqualTo("submitted");
        assertThat(entry.path("makeId").longValue()).isEqualTo(makeId);
        assertThat(entry.path("key").textValue()).isEqualTo(object.key());
        assertThat(entry.path("eTag").textValue()).isEqualTo(object.eTag());
    }

    @Test
    void redeliveredMakeIsStoredOnce() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted object = Submitted.make(Documents.pie(recipeId));
        JsonNode first = submit(object);
        api.put("/v1/recipes", Documents.pieWithPears(recipeId));

        List<JsonNode> again = IntStream.range(0, 4).mapToObj(i -> submit(object)).toList();

        assertThat(again)
                .allSatisfy(outcome -> {
                    assertThat(outcome.path("outcome").textValue()).isEqualTo("duplicate");
                    assertThat(outcome.path("makeId")).isEqualTo(first.path("makeId"));
                    assertThat(outcome.path("revision").intValue()).isEqualTo(1);
                });
        assertThat(makeCount()).isEqualTo(1);
        assertThat(stateOf(object)).isInstanceOf(IntakeState.Submitted.class);
    }

    @Test
    void sixteenDeliveriesAtOnceAreOneMake() throws Exception {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted object = Submitted.make(Documents.pie(recipeId));

        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> outcomes =
                    senders.invokeAll(
                            IntStream.range(0, 16)
                                    .<Callable<JsonNode>>mapToObj(i -> () -> submit(object))
                                    .toList());
            assertThat(outcomes)
                    .extracting(outcome -> outcome.get().path("outcome").textValue())
                    .containsOnlyOnce("accepted");
        }

        assertThat(makeCount()).isEqualTo(1);
    }

    @Test
    void deathBetweenMakeAndLedgerIsHealedByRedelivery() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted object = Submitted.make(Documents.pie(recipeId));
        submit(object);
        forget(object);

        JsonNode outcome = submit(object);

        assertThat(outcome.path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(stateOf(object)).isInstanceOf(IntakeState.Submitted.class);
        assertThat(makeCount()).isEqualTo(1);
    }

    @Test
    void sameContentUnderAnotherKeyIsAnotherMake() {
        api.post("/v1/recipes", Documents.pie(recipeId));

        submit(Submitted.make(Documents.pie(recipeId)));
        submit(Submitted.make(Documents.pie(recipeId)));

        assertThat(makeCount()).isEqualTo(2);
    }

    @Test
    void sameKeyWithOtherContentIsAnotherMake() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted object = Submitted.make(Documents.pie(recipeId));

        submit(object);
        submit(object.overwritten(object.lastModified(), "0b", Documents.pieWithPears(recipeId)));

        assertThat(makeCount()).isEqualTo(2);
    }

    @Test
    void hundredMakesOfOneSecondHaveHundredIds() throws Exception {
        api.post("/v1/recipes", Documents.pie(recipeId));

        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            List<Future<JsonNode>> outcomes =
                    senders.invokeAll(
                            IntStream.range(0, 100)
                                    .<Callable<JsonNode>>mapToObj(i ->
                                            () -> submit(Submitted.make(Documents.pie(recipeId))))
                                    .toList());
            assertThat(outcomes)
                    .extracting(outcome -> outcome.get().path("makeId").longValue())
                    .doesNotHaveDuplicates();
        }

        assertThat(makeCount()).isEqualTo(100);
    }

    @Test
    void takenOwnIdLeadsToTheSameOtherIdAtEveryDelivery() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        String withId =
                Documents.pie(recipeId)
                        .replace("\"rating\": 5.0", "\"rating\": 5.0, \"makeId\": 7");
        submit(Submitted.make(withId));
        Submitted second = Submitted.make(withId);

        JsonNode first = submit(second);
        JsonNode again = submit(second);

        assertThat(first.path("outcome").textValue()).isEqualTo("accepted");
        assertThat(first.path("makeId").longValue()).isNotEqualTo(7);
        assertThat(again.path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(again.path("makeId")).isEqualTo(first.path("makeId"));
        assertThat(makeCount()).isEqualTo(2);
    }

    @Test
    void redeliveredMakeIsADuplicateThoughItsComparisonWouldNotFitAnyMore() {
        String document = Documents.large(recipeId, 370);
        api.post("/v1/recipes", document);
        Submitted object = Submitted.make(document);
        submit(object);
        api.put("/v1/recipes", Documents.incompressible(recipeId, 300));

        JsonNode again = submit(object);
        JsonNode other = submit(Submitted.make(document));

        assertThat(again.path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(stateOf(object)).isInstanceOf(IntakeState.Submitted.class);
        assertThat(other.path("outcome").textValue()).isEqualTo("rejected");
    }

    @Test
    void documentThatTheServerCannotReadIsRejected() {
        Submitted object =
                Submitted.make(
                        Documents.pie(recipeId).replace("\"quantity\": 5", "\"quantity\": -5"));

        JsonNode outcome = submit(object);

        assertThat(outcome.path("outcome").textValue()).isEqualTo("rejected");
        assertThat(stateOf(object))
                .asInstanceOf(InstanceOfAssertFactories.type(IntakeState.Rejected.class))
                .satisfies(rejected ->
                        assertThat(rejected.place()).contains("/ingredients/1/quantity"));
    }

    @Test
    void makeAndRecipeThatNoRowHoldsAreRejected() {
        api.post("/v1/recipes", Documents.pie(recipeId));

        JsonNode make = submit(Submitted.make(Documents.large(recipeId, 450)));
        JsonNode recipe = submit(Submitted.recipe(Documents.large(recipeId, 450)));

        assertThat(make.path("outcome").textValue()).isEqualTo("rejected");
        assertThat(make.path("reason").textValue()).contains("400 KB");
        assertThat(recipe.path("outcome").textValue()).isEqualTo("rejected");
        assertThat(makeCount()).isZero();
    }

    @Test
    void whatIsNoSubmissionIsABadRequest() {
        for (String body :
                List.of("{}", "[]", "{\"verdict\":\"document\"}", "not json", "{\"verdict\":1}")) {
            assertThat(sender.post("/v1/intake/submissions", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void latencyAndOutcomesAreMeasured() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        submit(Submitted.make(Documents.pie(recipeId)));

        String metrics = api.get("/prometheus").body();

        assertThat(metrics)
                .contains("makeline_makes_total{outcome=\"exact\"}")
                .contains("makeline_submissions_total{outcome=\"accepted\"}")
                .contains("makeline_intake_latency_seconds_bucket")
                .contains("makeline_requests_in_flight");
    }

    private JsonNode submit(Submitted object) {
        Api.Answer answer = sender.post("/v1/intake/submissions", object.json());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void forget(Submitted object) {
        server.dynamoDb()
                .deleteItem(delete ->
                        delete.tableName(IntakeTable.NAME).key(IntakeTable.key(object.objectId())));
    }

    private IntakeState stateOf(Submitted object) {
        return server.ledger().find(object.objectId()).orElseThrow().state();
    }

    private int makeCount() {
        return api.get(path + "/makes?limit=200").json().path("items").size();
    }
}
