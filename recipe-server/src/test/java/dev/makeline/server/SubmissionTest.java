package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.IntakeTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    /// makeline.recipe-server.request-timeout of sender-service.
    private static final Duration SENDERS_TIMEOUT = Duration.ofSeconds(5);

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
    void recipeFileBecomesARevisionOnce() {
        Submitted object = Submitted.recipe(Documents.pie(recipeId));
        JsonNode first = submit(object);
        JsonNode sameElsewhere = submit(Submitted.recipe(Documents.pie(recipeId)));
        api.put("/v1/recipes", Documents.pieWithPears(recipeId));

        JsonNode again = submit(object);

        assertThat(first.path("outcome").textValue()).isEqualTo("accepted");
        assertThat(sameElsewhere.path("outcome").textValue()).isEqualTo("accepted");
        assertThat(sameElsewhere.path("revision").intValue()).isEqualTo(1);
        assertThat(again.path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(again.path("revision").intValue()).isEqualTo(1);
        assertThat(api.get(path).header("ETag")).contains("\"2\"");
    }

    @Test
    void olderVersionOfARecipeFileDoesNotReplaceANewerOne() {
        Submitted old = Submitted.recipe(Documents.pie(recipeId));
        Instant later = old.lastModified().plus(Duration.ofSeconds(1));
        Submitted newer = old.overwritten(later, "01", Documents.pieWithPears(recipeId));
        Submitted newest =
                newer.overwritten(later, "0a1", Documents.pie(recipeId).replace("apples", "plums"));
        submit(newest);

        JsonNode sameSecond = submit(newer);
        JsonNode secondBefore = submit(old);

        assertThat(List.of(sameSecond, secondBefore))
                .allSatisfy(outcome -> {
                    assertThat(outcome.path("outcome").textValue()).isEqualTo("rejected");
                    assertThat(outcome.path("reason").textValue())
                            .isEqualTo("A newer version of this file was already taken.");
                });
        assertThat(api.get(path).body()).contains("plums");
        assertThat(api.get(path).header("ETag")).contains("\"1\"");
    }

    @Test
    void recipeFileThatIsPutBackWithinOneSecondIsTheRecipeAgain() {
        Submitted first = Submitted.recipe(Documents.pie(recipeId));
        Submitted other =
                first.overwritten(first.lastModified(), "0b", Documents.pieWithPears(recipeId));
        Submitted back = first.toldBy(Optional.of("0c"));

        List<JsonNode> outcomes =
                Stream.of(first, other, back, first, other, back, first.toldBy(Optional.empty()))
                        .map(this::submit)
                        .toList();

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("outcome").textValue())
                .containsExactly(
                        "accepted",
                        "accepted",
                        "accepted",
                        "duplicate",
                        "duplicate",
                        "duplicate",
                        "duplicate");
        assertThat(outcomes)
                .extracting(outcome -> outcome.path("revision").intValue())
                .containsExactly(1, 2, 3, 1, 2, 3, 3);
        assertThat(api.get(path).body()).contains("apples");
        assertThat(api.get(path).header("ETag")).contains("\"3\"");
    }

    @Test
    void recipeFileThatAListingToldFirstIsADuplicateWhenItsEventComesLate() {
        Submitted told = Submitted.recipe(Documents.pie(recipeId));
        submit(told.toldBy(Optional.empty()));
        submit(told.overwritten(told.lastModified(), "0b", Documents.pieWithPears(recipeId)));

        JsonNode late = submit(told);

        assertThat(late.path("outcome").textValue()).isEqualTo("duplicate");
        assertThat(api.get(path).body()).contains("pears");
    }

    @Test
    void newerVersionsInTheirOrderAreRevisions() {
        Submitted old = Submitted.recipe(Documents.pie(recipeId));
        submit(old);

        JsonNode newer =
                submit(
                        old.overwritten(
                                old.lastModified(), "0a1", Documents.pieWithPears(recipeId)));

        assertThat(newer.path("revision").intValue()).isEqualTo(2);
    }

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

        objects.forEach(this::awaitSubmitted);
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

        List<String> ids = objects.stream().map(Submitted::objectId).toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(server.ledger().findAll(ids).values())
                                .hasSize(2_000)
                                .allMatch(entry -> entry.state() instanceof IntakeState.Submitted));
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

    private void awaitSubmitted(Submitted object) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(stateOf(object)).isInstanceOf(IntakeState.Submitted.class));
    }

    private IntakeState stateOf(Submitted object) {
        return server.ledger().find(object.objectId()).orElseThrow().state();
    }

    private int makeCount() {
        return api.get(path + "/makes?limit=200").json().path("items").size();
    }
}
