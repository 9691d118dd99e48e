package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.Role;
import dev.makeline.server.audit.AuditEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class QueueTest {

    private static final String UPLOADS = ResourceNames.UPLOAD_JOBS_QUEUE;
    private static final String EVENTS = ResourceNames.S3_EVENTS_QUEUE;
    private static final String LETTERS = "/v1/queues/" + UPLOADS + "/dead-letters";

    private final RunningServer server = RunningServer.shared();
    private final DeadLettered queues = DeadLettered.none(server);
    private final Holder administrator = Holder.of(server, Role.ADMIN);
    private final Api api = new Api(server.uri(), administrator.token());
    private final long recipeId = RunningServer.newRecipeId();

    private Submitted make() {
        return Submitted.make(Documents.pie(recipeId));
    }

    private JsonNode queue(String name) {
        return items("/v1/queues").stream()
                .filter(queue -> queue.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> items(String path) {
        Api.Answer answer = api.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false).toList();
    }

    private Api.Answer replay(String body) {
        return api.post(LETTERS + "/replay", body);
    }

    @Test
    void everyQueueIsListedWithItsDeadLetters() {
        Submitted make = make();
        queues.queued(make);
        server.uploadJobs().publish(List.of(make.job()));
        queues.put(EVENTS, "{}");

        assertThat(items("/v1/queues")).hasSize(2);
        JsonNode uploads = queue(UPLOADS);
        assertThat(uploads.path("messages").path("visible").asLong()).isEqualTo(1);
        assertThat(uploads.path("messages").path("inFlight").asLong()).isZero();
        assertThat(uploads.path("deadLetters").path("visible").asLong()).isZero();
        assertThat(uploads.path("deadLetterQueue").asText()).isEqualTo(UPLOADS + "-dlq");
        assertThat(Instant.parse(uploads.path("oldestWaitsSince").asText()))
                .isBefore(Instant.now());
        assertThat(queue(EVENTS).path("deadLetters").path("visible").asLong()).isEqualTo(1);
        assertThat(queue(EVENTS).has("oldestWaitsSince")).isFalse();
    }

    @Test
    void deadLetterOfARedriveIsShownWithWhatItNamesAndThatNobodyRecordedACause() {
        Submitted make = queues.byRedrive(make());

        JsonNode letter = items(LETTERS).getFirst();

        assertThat(letter.path("objects").size()).isEqualTo(1);
        JsonNode object = letter.path("objects").get(0);
        assertThat(object.path("key").asText()).isEqualTo(make.key());
        assertThat(object.path("eTag").asText()).isEqualTo(make.eTag());
        assertThat(object.path("objectId").asText()).isEqualTo(make.objectId());
        assertThat(object.path("state").asText()).isEqualTo("queued");
        assertThat(letter.path("receiveCount").asInt()).isPositive();
        assertThat(Instant.parse(letter.path("sentAt").asText())).isBefore(Instant.now());
        assertThat(letter.path("cause").asText()).contains("No attempt came to a decision");
        assertThat(letter.path("causeRecorded").asBoolean()).isFalse();
    }

    @Test
    void causeIsWhatTheConsumerOrTheLedgerSays() {
        Submitted rejected = make();
        server.sender()
                .post(
                        "/v1/intake/submissions",
                        rejected.refusal("The file is empty.", "line 1, column 1"));
        queues.put(UPLOADS, ProtocolJson.write(rejected.job()));
        queues.put(UPLOADS, ProtocolJson.write(make().job()));
        queues.malformed("<job/>", "The message is not a UploadJob.");
        queues.put(
                EVENTS,
                """
                {"Records":[{"s3":{"bucket":{"name":"makeline-intake"},
                 "object":{"key":"makes/plum+pie.json","eTag":"abc","size":1}}}]}
                """);

        List<JsonNode> letters = items(LETTERS);

        assertThat(letters)
                .extracting(letter -> letter.path("cause").asText())
                .containsExactlyInAnyOrder(
                        "The object was rejected: The file is empty.",
                        "The intake ledger has no record of this object. The log of sender-service tells more.",
                        "sender-service: The message is not a UploadJob.");
        assertThat(letters)
                .filteredOn(letter -> letter.path("causeRecorded").asBoolean())
                .hasSize(2);
        JsonNode event = items("/v1/queues/" + EVENTS + "/dead-letters").getFirst();
        assertThat(event.path("objects").get(0).path("key").asText())
                .isEqualTo("makes/plum pie.json");
        assertThat(event.path("cause").asText()).contains("no record");
    }

    @Test
    void lookTakesNothingAndHidesNothing() {
        for (int i = 0; i < 15; i++) {
            queues.put(UPLOADS, "message " + i);
        }

        JsonNode few = api.get(LETTERS + "?limit=4").json();
        JsonNode all = api.get(LETTERS).json();

        assertThat(few.path("items").size()).isEqualTo(4);
        assertThat(few.path("more").asBoolean()).isTrue();
        assertThat(all.path("items").size()).isEqualTo(15);
        assertThat(all.path("more").asBoolean()).isFalse();
        assertThat(queues.visiblyDead(UPLOADS)).isEqualTo(15);
        assertThat(api.get(LETTERS + "?limit=201").status()).isEqualTo(400);
    }

    @Test
    void oneIsReplayedByItsIdAndTheOthersStay() {
        Submitted make = queues.byRedrive(make());
        for (int i = 0; i < 12; i++) {
            queues.put(UPLOADS, "message " + i);
        }
        String id =
                items(LETTERS).stream()
                        .filter(letter -> !letter.path("objects").isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .path("messageId")
                        .asText();

        Api.Answer answer = replay("{\"messageId\": \"%s\"}".formatted(id));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("replayed").asInt()).isEqualTo(1);
        assertThat(queues.visiblyDead(UPLOADS)).isEqualTo(12);
        assertThat(new UploadJobs(server).receivedUntil(make.job())).containsExactly(make.job());
        assertThat(replay("{\"messageId\": \"%s\"}".formatted(id)).status()).isEqualTo(404);
    }

    @Test
    void allAreReplayedAndTheRecordStandsBefore() {
        for (int i = 0; i < 23; i++) {
            queues.put(UPLOADS, "message " + i);
        }

        Api.Answer answer = replay("{\"all\": true}");

        assertThat(answer.json().path("replayed").asInt()).isEqualTo(23);
        assertThat(answer.json().path("more").asBoolean()).isFalse();
        assertThat(queues.dead(UPLOADS)).isZero();
        assertThat(queues.waiting(UPLOADS)).isEqualTo(23);
        AuditEntry event =
                AuditTrail.of(server).ofTarget(UPLOADS + "-dlq").stream()
                        .filter(entry ->
                                entry.actor().orElse("").equals(administrator.id().value()))
                        .findFirst()
                        .orElseThrow();
        assertThat(event.action()).isEqualTo("dead-letters-replayed");
        assertThat(event.details()).containsKey("messages");
        DeadLettered.none(server);
    }

    @Test
    void oneCallReplaysSomeAndSaysThatThereAreMore() {
        try (RunningServer few =
                RunningServer.start(Map.of("makeline.queues.replay-entries", "3"))) {
            for (int i = 0; i < 5; i++) {
                queues.put(EVENTS, "message " + i);
            }

            Api.Answer answer =
                    new Api(few.uri(), administrator.token())
                            .post(
                                    "/v1/queues/" + EVENTS + "/dead-letters/replay",
                                    "{\"all\":true}");

            assertThat(answer.json().path("replayed").asInt()).isEqualTo(3);
            assertThat(answer.json().path("more").asBoolean()).isTrue();
            assertThat(queues.visiblyDead(EVENTS)).isEqualTo(2);
            DeadLettered.none(server);
        }
    }

    @Test
    void replayThatIsCutOffBetweenSendingAndDeletingLosesNothingAndHasTheEffectOfOnce() {
        api.post("/v1/recipes", Documents.pie(recipeId));
        Submitted make = queues.byRedrive(make());
        try (RunningServer cutOff = RunningServer.start(new SqsThatDoesNotDelete(server.sqs()))) {
            Api.Answer answer =
                    new Api(cutOff.uri(), administrator.token())
                            .post(LETTERS + "/replay", "{\"all\": true}");
            assertThat(answer.status()).isEqualTo(503);
        }
        assertThat(queues.visiblyDead(UPLOADS)).isEqualTo(1);

        assertThat(replay("{\"all\": true}").json().path("replayed").asInt()).isEqualTo(1);

        assertThat(queues.dead(UPLOADS)).isZero();
        assertThat(queues.waiting(UPLOADS)).isEqualTo(2);
        submitAllThatWaits(make);
        JsonNode makes = api.get("/v1/recipes/%d/makes".formatted(recipeId)).json();
        assertThat(makes.path("items").size()).isEqualTo(1);
        assertThat(server.ledger().find(make.objectId()).orElseThrow().state())
                .isInstanceOf(IntakeState.Submitted.class);
    }

    /// As sender-service does with each message.
    private void submitAllThatWaits(Submitted make) {
        while (queues.waiting(UPLOADS) > 0) {
            new UploadJobs(server)
                    .receivedUntil(make.job())
                    .forEach(job -> {
                        assertThat(job).isEqualTo(make.job());
                        Api.Answer submitted =
                                server.sender().post("/v1/intake/submissions", make.json());
                        assertThat(submitted.status()).as(submitted.body()).isLessThan(300);
                    });
        }
    }

    @Test
    void requestsThatNameNoQueueOrNothingToReplayAreRefused() {
        assertThat(api.get("/v1/queues/nothing/dead-letters").json().path("type").asText())
                .isEqualTo("/problems/queue-not-found");
        for (String body :
                List.of(
                        "{}",
                        "{\"all\": false}",
                        "{\"all\": \"yes\"}",
                        "{\"all\": true, \"messageId\": \"x\"}")) {
            assertThat(replay(body).status()).as(body).isEqualTo(400);
        }
        assertThat(replay("{\"all\": true}").json().path("replayed").asInt()).isZero();
        assertThat(replay("{\"messageId\": \"x\"}").status()).isEqualTo(404);
    }

    @Test
    void withoutSqsItIsToldByTheApiAndOnThePage() throws IOException {
        queues.put(EVENTS, "a message");
        try (TcpProxy proxy = TcpProxy.to(RunningServer.aws().sqs().getPort());
                RunningServer cutOff =
                        RunningServer.startWithSqsAt(
                                proxy.uri(),
                                Map.of(
                                        "makeline.aws.call-timeout", "2s",
                                        "makeline.aws.attempt-timeout", "1s"))) {
            Api there = new Api(cutOff.uri(), administrator.token());
            PageReader pages = PageReader.ofAdministrator(cutOff);
            assertThat(there.get("/v1/queues").status()).isEqualTo(200);

            proxy.refuse();

            Api.Answer answer = there.get("/v1/queues");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).contains("1");
            assertThat(answer.json().path("detail").asText()).contains("The queues (SQS)");
            assertThat(
                            there.post(
                                            "/v1/queues/" + EVENTS + "/dead-letters/replay",
                                            "{\"all\": true}")
                                    .status())
                    .isEqualTo(503);
            Api.Answer page = pages.get("/admin/queues");
            assertThat(page.status()).isEqualTo(503);
            assertThat(PageReader.read(page).expectFirst("#objection").text())
                    .contains("The queues (SQS) do not answer");
            proxy.pause();
            proxy.accept();
            Instant start = Instant.now();
            assertThat(there.get("/v1/queues").status()).isEqualTo(503);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));

            proxy.resume();

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(there.get("/v1/queues").status()).isEqualTo(200));
        }
        assertThat(queues.visiblyDead(EVENTS)).isEqualTo(1);
    }
}
