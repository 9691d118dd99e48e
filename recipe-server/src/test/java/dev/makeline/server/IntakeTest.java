package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.server.audit.AuditEntry;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class IntakeTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final Api sender = server.sender();
    private final long recipeId = RunningServer.newRecipeId();

    @Test
    void listShowsEveryStateTheNewestChangeFirst() {
        Submitted waiting = waiting();
        Submitted submitted = submitted();
        Submitted rejected = rejected();
        Submitted queued = queued();

        List<String> all = ids("/v1/intake?limit=4");
        List<String> rejectedOnly = ids("/v1/intake?state=rejected&limit=1");

        assertThat(all)
                .containsExactly(
                        queued.objectId(),
                        rejected.objectId(),
                        submitted.objectId(),
                        waiting.objectId());
        assertThat(rejectedOnly).containsExactly(rejected.objectId());
        assertThat(api.get("/v1/intake?state=lost").status()).isEqualTo(400);
        assertThat(api.get("/v1/intake/" + "0".repeat(40)).status()).isEqualTo(404);
    }

    @Test
    void listGoesOnWhereItsCursorSays() {
        List<String> made =
                IntStream.range(0, 30).mapToObj(i -> rejected().objectId()).toList().reversed();

        List<String> listed = new ArrayList<>();
        String next = "/v1/intake?state=rejected&limit=7";
        while (listed.size() < 30) {
            JsonNode page = api.get(next).json();
            page.path("items").forEach(item -> listed.add(item.path("objectId").textValue()));
            next = "/v1/intake?state=rejected&limit=7&cursor=" + page.path("nextCursor").asText();
        }

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed.subList(0, 30)).containsExactlyElementsOf(made);
    }

    @Test
    void retriedObjectIsQueuedAndItsJobIsSent() {
        for (Submitted object : List.of(rejected(), waiting(), queued())) {
            Api.Answer answer = api.post("/v1/intake/" + object.objectId() + "/retry", "");

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().path("state").textValue()).isEqualTo("queued");
            assertThat(new UploadJobs(server).receivedUntil(object.job())).contains(object.job());
            assertThat(AuditTrail.of(server).ofTarget(object.objectId()))
                    .extracting(AuditEntry::action)
                    .containsExactly("intake-retried");
        }
    }

    @Test
    void whatIsSubmittedCannotBeRetriedOrDismissed() {
        String object = "/v1/intake/" + submitted().objectId();

        assertThat(api.post(object + "/retry", "").status()).isEqualTo(409);
        assertThat(api.post(object + "/dismiss", "").status()).isEqualTo(409);
        assertThat(api.post("/v1/intake/" + "0".repeat(40) + "/retry", "").status()).isEqualTo(404);
        assertThat(api.post("/v1/intake/" + "0".repeat(40) + "/dismiss", "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watcher#listing",
                "watcher#stranded",
                "0123456789abcdef",
                "0123456789ABCDEF0123456789ABCDEF01234567",
                "0123456789abcdef0123456789abcdef012345678",
                "0123456789abcdef0123456789abcdef0123456g"
            })
    void whatIsNoObjectIdIsNotLookedUp(String id) {
        server.dynamoDb()
                .putItem(put ->
                        put.tableName(IntakeTable.NAME)
                                .item(
                                        Map.of(
                                                IntakeTable.OBJECT_ID,
                                                Attributes.text(id),
                                                "heldUntilMillis",
                                                Attributes.number(7))));
        String path = "/v1/intake/" + URLEncoder.encode(id, UTF_8);

        List<Api.Answer> answers =
                List.of(
                        api.get(path),
                        api.post(path + "/retry", ""),
                        api.post(path + "/dismiss", ""));

        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.header("Content-Type")).contains("application/problem+json");
                    assertThat(answer.json().path("type").textValue())
                            .isEqualTo("/problems/object-not-found");
                });
        assertThat(rowOf(id)).containsEntry("heldUntilMillis", Attributes.number(7)).hasSize(2);
    }

    @Test
    void dismissedObjectKeepsItsReason() {
        String rejected = "/v1/intake/" + rejected().objectId();

        Api.Answer answer = api.post(rejected + "/dismiss", "");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode entry = api.get(rejected).json();
        assertThat(entry.path("state").textValue()).isEqualTo("dismissed");
        assertThat(entry.path("reason").textValue()).isEqualTo("The file is empty.");
        assertThat(entry.path("place").textValue()).isEqualTo("line 1, column 1");
        assertThat(AuditTrail.of(server).ofTarget(entry.path("objectId").textValue()))
                .extracting(AuditEntry::action)
                .containsExactly("intake-dismissed");
        assertThat(api.post(rejected + "/dismiss", "").status()).isEqualTo(409);
    }

    @Test
    void dismissedWaitingMakeStaysDismissedWhenItsRecipeComes() {
        Submitted object = waiting();

        api.post("/v1/intake/" + object.objectId() + "/dismiss", "");
        api.post("/v1/recipes", Documents.pie(recipeId));

        JsonNode entry = api.get("/v1/intake/" + object.objectId()).json();
        assertThat(entry.path("state").textValue()).isEqualTo("dismissed");
        assertThat(entry.path("reason").textValue()).contains("recipe " + recipeId);
    }

    @Test
    void allOfAStateAreRetriedCallByCall() {
        List<Submitted> objects = IntStream.range(0, 5).mapToObj(i -> rejected()).toList();

        JsonNode answer = retryAllRejected();

        assertThat(answer.path("more").booleanValue()).isFalse();
        objects.forEach(object ->
                assertThat(server.ledger().find(object.objectId()).orElseThrow().state())
                        .isEqualTo(new IntakeState.Queued()));
        assertThat(api.get("/v1/intake?state=rejected").json().path("items")).isEmpty();
        assertThat(api.post("/v1/intake/retry?state=submitted", "").status()).isEqualTo(400);
        assertThat(api.post("/v1/intake/retry", "").status()).isEqualTo(400);
    }

    @Test
    void retryingAllComesToAnEndThoughAllAreRejectedAgain() {
        Instant until = Instant.parse("2020-01-01T01:00:00Z");
        List<Submitted> oldestFirst =
                IntStream.range(0, 25)
                        .mapToObj(i -> rejectedAt(until.minusSeconds(1_000 - i)))
                        .toList();
        try (RunningServer small =
                RunningServer.start(Map.of("makeline.intake.retry-entries", 10))) {
            Api manager = small.api();

            for (int from = 0; from < 25; from += 10) {
                JsonNode answer =
                        manager.post("/v1/intake/retry?state=rejected&until=" + until, "").json();
                List<Submitted> expected = oldestFirst.subList(from, Math.min(from + 10, 25));

                assertThat(answer.path("retried").intValue()).isEqualTo(expected.size());
                assertThat(answer.path("more").booleanValue()).isEqualTo(from + 10 < 25);
                assertThat(answer.path("until").textValue()).isEqualTo(until.toString());
                assertThat(expected).allSatisfy(object -> assertThat(isQueued(object)).isTrue());
                expected.forEach(object -> reject(object, Instant.now()));
            }
        }
        assertThat(api.post("/v1/intake/retry?state=rejected&until=soon", "").status())
                .isEqualTo(400);
    }

    @Test
    void summaryCountsExactly() {
        Map<String, Long> before = summary();
        rejected();
        waiting();
        queued();
        Submitted submitted = submitted();
        assertThat(summary()).isEqualTo(plus(before, 1, 1, 1, 1));

        sender.post("/v1/intake/submissions", submitted.json());
        submitted();

        assertThat(summary()).isEqualTo(plus(before, 1, 2, 1, 1));
    }

    private JsonNode retryAllRejected() {
        JsonNode answer = api.post("/v1/intake/retry?state=rejected", "").json();
        assertThat(answer.path("retried").intValue()).isGreaterThanOrEqualTo(5);
        return answer;
    }

    private Map<String, Long> summary() {
        Map<String, Long> counts = new HashMap<>();
        api.get("/v1/intake/summary")
                .json()
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().longValue()));
        return counts;
    }

    private static Map<String, Long> plus(
            Map<String, Long> counts, long queued, long submitted, long waiting, long rejected) {
        return Map.of(
                "queued", counts.getOrDefault("queued", 0L) + queued,
                "submitted", counts.getOrDefault("submitted", 0L) + submitted,
                "waiting", counts.getOrDefault("waiting", 0L) + waiting,
                "rejected", counts.getOrDefault("rejected", 0L) + rejected,
                "dismissed", counts.getOrDefault("dismissed", 0L));
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        api.get(path)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("objectId").textValue()));
        return ids;
    }

    private Submitted submitted() {
        long known = RunningServer.newRecipeId();
        api.post("/v1/recipes", Documents.pie(known));
        return submit(Submitted.make(Documents.pie(known)), "accepted");
    }

    private Submitted waiting() {
        return submit(Submitted.make(Documents.pie(recipeId)), "waiting");
    }

    private Submitted submit(Submitted object, String outcome) {
        Api.Answer answer = sender.post("/v1/intake/submissions", object.json());
        assertThat(answer.json().path("outcome").textValue()).isEqualTo(outcome);
        return object;
    }

    private Submitted rejected() {
        Submitted object = Submitted.make("{}");
        sender.post(
                "/v1/intake/submissions", object.refusal("The file is empty.", "line 1, column 1"));
        return object;
    }

    private Submitted rejectedAt(Instant at) {
        Submitted object = Submitted.make("{}");
        reject(object, at);
        return object;
    }

    private void reject(Submitted object, Instant at) {
        write(object, new IntakeState.Rejected("The file is empty.", Optional.empty()), at);
    }

    private boolean isQueued(Submitted object) {
        return server.ledger().find(object.objectId()).orElseThrow().state()
                instanceof IntakeState.Queued;
    }

    private void write(Submitted object, IntakeState state, Instant at) {
        server.ledger().write(List.of(new IntakeEntry(object.job(), state, at, Optional.empty())));
    }

    private Submitted queued() {
        Submitted object = Submitted.make("{}");
        write(object, new IntakeState.Queued(), Instant.now());
        return object;
    }

    private Map<String, AttributeValue> rowOf(String id) {
        return server.dynamoDb()
                .getItem(get -> get.tableName(IntakeTable.NAME).key(IntakeTable.key(id)))
                .item();
    }
}
