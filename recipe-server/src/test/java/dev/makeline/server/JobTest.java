package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FileQuota;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.Lease;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class JobTest {

    private final RunningServer server = RunningServer.shared();
    private final People people = new People(server);
    private final People.Person ada = people.user("Ada", "Baker");
    private final Jobs jobs = new Jobs(ada.api());
    private final Files files = new Files(ada.api());

    @Test
    void anOrderedJobIsQueuedAndToldWithItsAttempt() {
        String file = files.upload("notes.txt", "flour");

        Api.Answer added = ada.api().post("/v1/jobs", Jobs.order(file));

        assertThat(added.status()).isEqualTo(201);
        String job = added.json().path("jobId").textValue();
        assertThat(added.header("Location")).contains("/v1/jobs/" + job);
        JsonNode shown = ada.api().get("/v1/jobs/" + job).json();
        assertThat(shown.path("state").textValue()).isEqualTo("queued");
        assertThat(shown.path("fileId").textValue()).isEqualTo(file);
        assertThat(shown.path("progress").intValue()).isZero();
        assertThat(shown.path("owner").path("firstName").textValue()).isEqualTo("Ada");
        assertThat(shown.path("attempts")).hasSize(1);
        assertThat(shown.at("/attempts/0/waitingMillis").longValue()).isNotNegative();
    }

    @Test
    void anOrderThatIsRepeatedWithItsKeyIsOneJob() {
        String order = Jobs.order(files.upload("notes.txt", "flour"));

        List<String> ids =
                Stream.of(1, 2)
                        .map(_ -> ada.api().post("/v1/jobs", order, "Idempotency-Key", "k"))
                        .map(answer -> answer.json().path("jobId").textValue())
                        .toList();

        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        assertThat(ada.api().get("/v1/jobs").json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"kind":"bake","fileId":"F","parameters":{}}                         | There is no such kind of job; the kinds are: append-text, import-recipes, scale-recipe, make-report, container.
                    {"kind":"append-text","parameters":{"text":"a"}}                     | The field fileId is missing, or no text.
                    {"kind":"make-report","fileId":"F","parameters":{"recipeId":7}}      | A job of the kind make-report takes no fileId.
                    {"kind":"make-report","parameters":{}}                               | The parameter recipeId is missing.
                    {"kind":"scale-recipe","fileId":"F","parameters":{"factor":0}}       | The parameter factor is a number from 0.001 to 1000.
                    {"kind":"append-text","fileId":"F"}                                  | parameters is a JSON object.
                    {"kind":"append-text","fileId":"F","parameters":{}}                  | The parameter text is missing.
                    {"kind":"append-text","fileId":"F","parameters":{"text":""}}         | The parameter text has from 1 to 65536 characters, not 0.
                    {"kind":"append-text","fileId":"F","parameters":{"text":"a"},"mostAttempts":11} | mostAttempts is a whole number from 1 to 10.
                    {"kind":"append-text","fileId":"F","parameters":{"text":"a"},"timeoutSeconds":0} | timeoutSeconds is a whole number from 1 to 43200.
                    {"kind":"append-text","fileId":"F","parameters":{"text":"a"},"priority":"x"} | priority is high, normal or low.
                    {"kind":"append-text","fileId":"F","parameters":{"text":"a"},"exclusiveKey":""} | exclusiveKey has from 1 to 100 characters.
                    {"kind":"append-text","fileId":"F","parameters":{"text":"a"},"resourceClass":"x"} | resourceClass is small, medium or large.
                    """)
    void anOrderThatDoesNotFitIsRefusedWithWhatWouldBeRight(String order, String sentence) {
        Api.Answer answer = ada.api().post("/v1/jobs", order);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").textValue()).isEqualTo(sentence);
    }

    @Test
    void aJobOnNoFileIsTheCallersOwn() {
        Api.Answer added =
                ada.api()
                        .post(
                                "/v1/jobs",
                                "{\"kind\":\"make-report\",\"parameters\":{\"recipeId\":7}}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().has("fileId")).isFalse();
        assertThat(ids(ada.api().get("/v1/jobs").json()))
                .containsExactly(added.json().path("jobId").textValue());
    }

    @Test
    void nobodyHasAnothersFileProcessedNorOneInTheTrash() {
        People.Person bob = people.user("Bob", "Cook");
        String file = files.upload("notes.txt", "flour");

        assertThat(bob.api().post("/v1/jobs", Jobs.order(file)).status()).isEqualTo(404);
        assertThat(people.admin().api().post("/v1/jobs", Jobs.order(file)).status()).isEqualTo(403);
        delete(file);
        assertThat(ada.api().post("/v1/jobs", Jobs.order(file)).status()).isEqualTo(409);
    }

    @Test
    void everybodySeesTheirOwnJobsAndAdministratorsAll() {
        String first = jobs.add(files.upload("one.txt", "1"));
        String second = jobs.add(files.upload("two.txt", "2"));
        People.Person bob = people.user("Bob", "Cook");

        assertThat(ids(ada.api().get("/v1/jobs").json())).containsExactly(second, first);
        JsonNode page = ada.api().get("/v1/jobs?limit=1").json();
        assertThat(ids(page)).containsExactly(second);
        assertThat(
                        ids(
                                ada.api()
                                        .get(
                                                "/v1/jobs?limit=1&cursor="
                                                        + page.path("nextCursor").textValue())
                                        .json()))
                .containsExactly(first);
        assertThat(bob.api().get("/v1/jobs").json().path("items")).isEmpty();
        assertThat(bob.api().get("/v1/jobs?all=true").status()).isEqualTo(403);
        assertThat(ids(people.admin().api().get("/v1/jobs?all=true&limit=200").json()))
                .contains(first, second);
        assertThat(ada.api().get("/v1/jobs?state=running").json().path("items")).isEmpty();
        assertThat(ada.api().get("/v1/jobs?state=baked").status()).isEqualTo(400);
    }

    @Test
    void aCancelledJobStaysCancelledAndItsTaskIsRefused() {
        String id = jobs.add(files.upload("notes.txt", "flour"));
        JobStore store = server.bean(JobStore.class);
        Job running = running(store, new JobId(id));

        Api.Answer cancelled = ada.api().post("/v1/jobs/" + id + "/cancellation", "");

        assertThat(cancelled.json().path("state").textValue()).isEqualTo("cancelled");
        assertThat(cancelled.json().path("reason").textValue())
                .isEqualTo("Its owner cancelled it.");
        assertThat(ada.api().post("/v1/jobs/" + id + "/cancellation", "").status()).isEqualTo(200);
        JobState.Running state = (JobState.Running) running.state();
        assertThat(store.replace(running, running.with(state.progressed(50))))
                .isEqualTo(JobStore.Written.CHANGED);
    }

    @Test
    void whatEndedWithoutSuccessIsDoneAgainAsANewJob() {
        String id = jobs.add(files.upload("notes.txt", "flour"));
        assertThat(ada.api().post("/v1/jobs/" + id + "/retry", "").status()).isEqualTo(409);
        ada.api().post("/v1/jobs/" + id + "/cancellation", "");

        Api.Answer again = ada.api().post("/v1/jobs/" + id + "/retry", "", "Idempotency-Key", "r");
        Api.Answer repeated =
                ada.api().post("/v1/jobs/" + id + "/retry", "", "Idempotency-Key", "r");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("retryOf").textValue()).isEqualTo(id);
        assertThat(again.json().path("state").textValue()).isEqualTo("queued");
        assertThat(repeated.json().path("jobId")).isEqualTo(again.json().path("jobId"));
        JobStore store = server.bean(JobStore.class);
        assertThat(store.parameters(new JobId(again.json().path("jobId").textValue())))
                .isEqualTo(store.parameters(new JobId(id)));
    }

    @Test
    void jobsAreListedByKindAndTimeOfCreation() {
        String id = jobs.add(files.upload("notes.txt", "flour"));
        String created = ada.api().get("/v1/jobs/" + id).json().path("createdAt").textValue();
        String later = Instant.parse(created).plusSeconds(1).toString();

        assertThat(ids(ada.api().get("/v1/jobs?kind=append-text").json())).containsExactly(id);
        assertThat(ada.api().get("/v1/jobs?kind=other").json().path("items")).isEmpty();
        assertThat(ids(ada.api().get("/v1/jobs?createdFrom=" + created).json()))
                .containsExactly(id);
        assertThat(ids(ada.api().get("/v1/jobs?createdBefore=" + later).json()))
                .containsExactly(id);
        assertThat(ada.api().get("/v1/jobs?createdFrom=" + later).json().path("items")).isEmpty();
        assertThat(ada.api().get("/v1/jobs?createdBefore=" + created).json().path("items"))
                .isEmpty();
        assertThat(ada.api().get("/v1/jobs?createdFrom=yesterday").status()).isEqualTo(400);
    }

    @Test
    void aJobTellsItsPriorityItsKeyItsTimesAndWhatItCosts() {
        String order =
                Jobs.order(files.upload("notes.txt", "flour"))
                        .replaceFirst("\\{", "{\"priority\":\"low\",\"exclusiveKey\":\"pie\",");
        String id = ada.api().post("/v1/jobs", order).json().path("jobId").textValue();
        running(server.bean(JobStore.class), new JobId(id));

        JsonNode job = ada.api().get("/v1/jobs/" + id).json();

        assertThat(job.path("priority").textValue()).isEqualTo("low");
        assertThat(job.path("exclusiveKey").textValue()).isEqualTo("pie");
        assertThat(job.at("/times/runningMillis").longValue()).isNotNegative();
        // A minute of 0.25 CPU and 0.5 GiB, the least that is charged.
        assertThat(job.at("/estimatedCost/dollars").decimalValue())
                .isEqualByComparingTo("0.000206");
        assertThat(job.at("/estimatedCost/seconds").intValue()).isEqualTo(60);
    }

    @Test
    void theLogIsReadInPiecesAndFollowedAsEvents() {
        String id = jobs.add(files.upload("notes.txt", "flour"));
        JobLog log = new JobLog(server.bean(DynamoDbClient.class));
        Instant now = Instant.now();
        log.append(
                new JobId(id),
                1,
                0,
                List.of(new JobLog.Said(now, "one"), new JobLog.Said(now, "<two>")));

        JsonNode first = ada.api().get("/v1/jobs/" + id + "/log").json();
        String after = first.path("after").textValue();
        assertThat(first.path("lines"))
                .extracting(line -> line.path("text").textValue())
                .containsExactly("one", "<two>");
        assertThat(first.path("isOver").booleanValue()).isFalse();
        JsonNode nothing = ada.api().get("/v1/jobs/" + id + "/log?after=" + after).json();
        assertThat(nothing.path("lines")).isEmpty();
        assertThat(nothing.path("after").textValue()).isEqualTo(after);
        assertThat(ada.api().get("/v1/jobs/" + id + "/log?after=..").status()).isEqualTo(400);

        ada.api().post("/v1/jobs/" + id + "/cancellation", "");
        Api.Answer events =
                ada.api().get("/v1/jobs/" + id + "/log/events", "Last-Event-ID", "01-000000");
        assertThat(events.header("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(events.body()).contains("two").doesNotContain("one");
        assertThat(events.body()).contains("event: end").contains("cancelled");
        assertThat(
                        ada.api()
                                .get("/v1/jobs/" + id + "/log?after=" + after)
                                .json()
                                .path("isOver")
                                .booleanValue())
                .isTrue();
    }

    @Test
    void aJobThatIsOverIsNotCancelled() {
        String id = jobs.add(files.upload("notes.txt", "flour"));
        JobStore store = server.bean(JobStore.class);
        Job running = running(store, new JobId(id));
        JobState.Running state = (JobState.Running) running.state();
        store.replace(running, running.with(state.failed(Instant.now(), "No text.")));

        Api.Answer answer = ada.api().post("/v1/jobs/" + id + "/cancellation", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").textValue())
                .isEqualTo("The job is over already: failed.");
    }

    @Test
    void theKindsAreListedWithTheSchemaOfTheirParameters() {
        JsonNode kinds = ada.api().get("/v1/job-kinds").json().path("items");

        assertThat(kinds.valueStream().map(kind -> kind.path("kind").textValue()))
                .containsExactly(
                        "append-text",
                        "import-recipes",
                        "scale-recipe",
                        "make-report",
                        "container");
        assertThat(kinds.valueStream().map(kind -> kind.path("takesFile").booleanValue()))
                .containsExactly(true, true, true, false, true);
        assertThat(kinds.at("/1/scope").textValue()).isEqualTo("recipes:write");
        assertThat(kinds.at("/0/parameters/properties/text/type").textValue()).isEqualTo("string");
    }

    @Test
    void aFileThatATaskMadeIsAFileLikeOthers() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LiveFile made =
                new LiveFile(
                        FileId.next(now),
                        ada.id().value(),
                        "made.txt",
                        4,
                        "text/plain",
                        "0".repeat(64),
                        ContentId.next(now),
                        now);
        server.dynamoDb()
                .putItem(put ->
                        put.tableName(FilesTable.NAME)
                                .item(made.removalRow(now.plus(1, ChronoUnit.DAYS))));
        server.dynamoDb()
                .transactWriteItems(write ->
                        write.transactItems(
                                LiveFile.publication(List.of(made), new FileQuota(1 << 20, 100))));

        assertThat(files.get(made.id().value()).json().path("name").textValue())
                .isEqualTo("made.txt");
        assertThat(ada.api().get("/v1/files").json().path("items")).hasSize(1);
        assertThat(ada.api().get("/v1/files/" + made.id() + "/versions").json().path("items"))
                .hasSize(1);
        assertThat(delete(made.id().value()).status()).isLessThan(300);
        assertThat(ada.api().post("/v1/files/" + made.id() + "/restoration", "").status())
                .isEqualTo(200);
    }

    private Api.Answer delete(String file) {
        return ada.api().send("DELETE", "/v1/files/" + file, BodyPublishers.noBody());
    }

    private static Job running(JobStore store, JobId id) {
        Job queued = store.find(id).orElseThrow();
        Job starting = queued.with(((JobState.Queued) queued.state()).toStarting(Instant.now()));
        store.replace(queued, starting);
        Job running =
                starting.with(
                        ((JobState.Starting) starting.state())
                                .toRunning(Lease.next(1), Instant.now()));
        store.replace(starting, running);
        return running;
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").findValuesAsText("jobId");
    }
}
