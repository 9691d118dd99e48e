package dev.makeline.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.server.Files.Form;
import dev.makeline.server.file.sweep.FileSweep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

class UploadTest {

    private static final byte[] TEXT = "Flour, butter and plums.\n".getBytes(UTF_8);
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1);

    private final RunningServer server = RunningServer.shared();
    private final Files files = new Files(new People(server).user("Erika", "Muster").api());

    @Test
    void fileIsAnnouncedSentByFormCompletedAndDownloaded() {
        Api.Answer announced = files.announce("plums.txt", "text/plain", TEXT);
        JsonNode upload = announced.json();
        String fileId = upload.path("fileId").textValue();

        int sent = Form.of(upload.path("upload")).send(TEXT);
        Api.Answer completed = files.complete(fileId);
        Api.Answer content = files.content(fileId);

        assertThat(announced.status()).isEqualTo(201);
        assertThat(sent).isEqualTo(204);
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
        assertThat(completed.json().path("state").textValue()).isEqualTo("live");
        assertThat(completed.header("ETag")).contains("\"1\"");
        assertThat(content.body()).isEqualTo(new String(TEXT, UTF_8));
        assertThat(keys(server, fileId)).hasSize(1).first().asString().startsWith("files/");
    }

    @Test
    void completionMayBeRepeatedAlsoAtOnce() throws Exception {
        JsonNode upload = files.announce("plums.txt", "text/plain", TEXT).json();
        String fileId = upload.path("fileId").textValue();
        Form.of(upload.path("upload")).send(TEXT);

        List<Api.Answer> answers = atOnce(8, _ -> files.complete(fileId));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(200));
        assertThat(files.complete(fileId).json().path("versions").intValue()).isEqualTo(1);
    }

    @Test
    void fileWhoseContentHasNotComeIsPending() {
        String fileId =
                files.announce("plums.txt", "text/plain", TEXT).json().path("fileId").textValue();

        assertThat(files.complete(fileId).status()).isEqualTo(409);
        assertThat(files.content(fileId).status()).isEqualTo(409);
        assertThat(files.get(fileId).json().path("state").textValue()).isEqualTo("pending");
    }

    @Test
    void gettingAPendingFileCompletesIt() {
        JsonNode upload = files.announce("plums.txt", "text/plain", TEXT).json();
        Form.of(upload.path("upload")).send(TEXT);

        JsonNode file = files.get(upload.path("fileId").textValue()).json();

        assertThat(file.path("state").textValue()).isEqualTo("live");
    }

    @Test
    void contentWithAnotherChecksumIsRefusedAndRemoved() {
        byte[] other = "Flour, butter and apples\n".getBytes(UTF_8);
        JsonNode upload = files.announce("plums.txt", "text/plain", TEXT).json();
        String fileId = upload.path("fileId").textValue();
        assertThat(Form.of(upload.path("upload")).send(other)).isEqualTo(204);

        Api.Answer completed = files.complete(fileId);

        assertThat(completed.status()).isEqualTo(422);
        assertThat(completed.json().path("type").textValue())
                .isEqualTo("/problems/content-refused");
        assertThat(completed.json().path("detail").textValue()).contains("SHA-256");
        assertThat(files.get(fileId).json().path("state").textValue()).isEqualTo("refused");
        assertThat(files.get(fileId).json().path("reason").textValue()).contains("SHA-256");
        assertThat(keys(server, fileId)).isEmpty();
        assertThat(files.content(fileId).status()).isEqualTo(409);
    }

    @Test
    void contentOfAnotherTypeIsRefused() {
        JsonNode upload = files.announce("plums.pdf", "application/pdf", PNG).json();
        Form.of(upload.path("upload")).send(PNG);

        Api.Answer completed = files.complete(upload.path("fileId").textValue());

        assertThat(completed.status()).isEqualTo(422);
        assertThat(completed.json().path("detail").textValue())
                .isEqualTo("It was announced as application/pdf, but the content is image/png.");
    }

    @Test
    void sweepCompletesWhatCameAndGivesUpWhatDidNot() {
        ClockThatIsSet clock = ClockThatIsSet.by(Duration.ZERO);
        try (RunningServer own = RunningServer.start(Map.of(), clock)) {
            People.Person person = new People(own).user("Erika", "Muster");
            Files mine = new Files(person.api());
            JsonNode came = mine.announce("came.txt", "text/plain", TEXT).json();
            JsonNode never = mine.announce("never.txt", "text/plain", TEXT).json();
            Form.of(came.path("upload")).send(TEXT);

            clock.set(Duration.ofMinutes(6));
            own.bean(FileSweep.class).pollOnce();

            assertThat(state(mine, came)).isEqualTo("live");
            assertThat(state(mine, never)).isEqualTo("pending");

            clock.set(Duration.ofMinutes(55));
            own.bean(FileSweep.class).pollOnce();

            assertThat(mine.get(never.path("fileId").textValue()).status()).isEqualTo(404);
            assertThat(usage(own, person)).containsExactly(TEXT.length, 1, 0);
        }
    }

    @Test
    void contentThatComesTooLateIsRemoved() {
        ClockThatIsSet clock = ClockThatIsSet.by(Duration.ZERO);
        try (RunningServer own = RunningServer.start(Map.of(), clock)) {
            Files mine = new Files(new People(own).user("Erika", "Muster").api());
            JsonNode upload = mine.announce("late.txt", "text/plain", TEXT).json();
            String fileId = upload.path("fileId").textValue();
            Form form = Form.of(upload.path("upload"));
            form.send(TEXT);
            mine.complete(fileId);
            form.send(TEXT);
            assertThat(keys(own, fileId)).hasSize(2);

            clock.set(Duration.ofMinutes(121));
            // One sweep at a time: the server's own may be under way.
            await().untilAsserted(() -> {
                own.bean(FileSweep.class).pollOnce();
                assertThat(keys(own, fileId)).hasSize(1);
            });

            assertThat(mine.content(fileId).status()).isEqualTo(200);
        }
    }

    @Test
    void crashAfterTheCopyLeavesAnUploadThatIsCompletedAgain() {
        JsonNode upload = files.announce("plums.txt", "text/plain", TEXT).json();
        String fileId = upload.path("fileId").textValue();
        Form.of(upload.path("upload")).send(TEXT);
        String holding = keys(server, fileId).getFirst();
        server.bean(S3Client.class)
                .copyObject(copy ->
                        copy.sourceBucket(ResourceNames.FILES_BUCKET)
                                .sourceKey(holding)
                                .destinationBucket(ResourceNames.FILES_BUCKET)
                                .destinationKey(holding.replace("uploads/", "files/")));

        assertThat(files.complete(fileId).status()).isEqualTo(200);
        assertThat(files.content(fileId).body()).isEqualTo(new String(TEXT, UTF_8));
        assertThat(keys(server, fileId)).hasSize(1);
    }

    @Test
    void repeatedAnnouncementIsOneFile() throws Exception {
        List<Api.Answer> answers =
                atOnce(
                        8,
                        _ ->
                                files.announce(
                                        "plums.txt", "text/plain", TEXT, "Idempotency-Key", "one"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers.stream().map(a -> a.json().path("fileId").textValue()).distinct())
                .hasSize(1);
        JsonNode upload = answers.getFirst().json();
        Form.of(upload.path("upload")).send(TEXT);
        files.complete(upload.path("fileId").textValue());
        JsonNode later =
                files.announce("plums.txt", "text/plain", TEXT, "Idempotency-Key", "one").json();
        assertThat(later.path("fileId")).isEqualTo(upload.path("fileId"));
        assertThat(later.path("state").textValue()).isEqualTo("published");
        assertThat(later.has("upload")).isFalse();
    }

    @Test
    void equalNamesDoNotCollide() throws Exception {
        List<Api.Answer> answers =
                atOnce(
                        2,
                        i ->
                                files.announce(
                                        "same.txt", "text/plain", ("text " + i).getBytes(UTF_8)));

        Set<String> ids =
                answers.stream()
                        .map(answer -> answer.json().path("fileId").textValue())
                        .collect(Collectors.toSet());
        answers.forEach(answer -> {
            byte[] content = ("text " + answers.indexOf(answer)).getBytes(UTF_8);
            Form.of(answer.json().path("upload")).send(content);
            files.complete(answer.json().path("fileId").textValue());
        });
        assertThat(ids).hasSize(2);
        assertThat(ids.stream().map(id -> files.content(id).body()))
                .containsExactlyInAnyOrder("text 0", "text 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/b.txt",
                "a\\b.txt",
                "..",
                " ",
                "",
                "nul\0.txt",
                "line\r\nSet-Cookie: a=b",
                "tab\t.txt",
                "bell\u0007.txt",
                "\u202Etxt.exe",
                "\u2066hidden\u2069.txt"
            })
    void nameThatWouldMisleadIsRefused(String name) {
        Api.Answer answer = files.announce(name, "text/plain", TEXT);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").textValue()).endsWith(".").isNotBlank();
    }

    @Test
    void nameWithHalfACharacterIsRefused() {
        String body =
                Files.announcement("half.txt", "text/plain", TEXT)
                        .toString()
                        .replace("half", "half\\ud83e");

        assertThat(files.api().post("/v1/files", body).status()).isEqualTo(400);
    }

    @Test
    void nameHasUpTo255Characters() {
        assertThat(files.announce("x".repeat(1_000), "text/plain", TEXT).status()).isEqualTo(400);
        assertThat(files.announce("x".repeat(256), "text/plain", TEXT).status()).isEqualTo(400);
        assertThat(files.announce("🥧".repeat(255), "text/plain", TEXT).status()).isEqualTo(201);
    }

    @Test
    void wrongAnnouncementsAreRefusedWithASentence() {
        Map<String, Object> wrong =
                Map.of(
                        "size",
                        -1,
                        "sha256",
                        "abc",
                        "mediaType",
                        "nonsense",
                        "description",
                        "x".repeat(2_001),
                        "name",
                        7);

        wrong.forEach((field, value) -> {
            var body = Files.announcement("plums.txt", "text/plain", TEXT);
            body.set(field, ProtocolJson.mapper().valueToTree(value));
            Api.Answer answer = files.api().post("/v1/files", body.toString());
            assertThat(answer.status()).as(field).isEqualTo(400);
        });
        var large = Files.announcement("plums.txt", "text/plain", TEXT).put("size", 10485761);
        assertThat(files.api().post("/v1/files", large.toString()).status()).isEqualTo(413);
        assertThat(files.api().post("/v1/files", "[]").status()).isEqualTo(400);
        assertThat(files.api().post("/v1/files", "{").status()).isEqualTo(400);
    }

    @Test
    void fieldsThatAreNotTheCallersAreIgnored() {
        var body =
                Files.announcement("plums.txt", "text/plain", TEXT)
                        .put("ownerId", "somebody")
                        .put("state", "live")
                        .put("versions", 9);

        JsonNode upload = files.api().post("/v1/files", body.toString()).json();
        JsonNode file = files.get(upload.path("fileId").textValue()).json();

        assertThat(file.path("state").textValue()).isEqualTo("pending");
        assertThat(file.path("versions").intValue()).isZero();
        assertThat(file.path("owner").path("lastName").textValue()).isEqualTo("Muster");
    }

    @Test
    void sixtyFourAtOnceDoNotPassTheQuota() throws Exception {
        try (RunningServer own =
                RunningServer.start(
                        Map.of(
                                "makeline.files.pending-per-owner", 10,
                                "makeline.files.files-per-owner", 20))) {
            People.Person person = new People(own).user("Erika", "Muster");
            Files mine = new Files(person.api());

            List<Api.Answer> answers =
                    atOnce(64, i -> mine.announce("plums" + i, "text/plain", TEXT));

            Map<Integer, Long> byStatus =
                    answers.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Api.Answer::status, Collectors.counting()));
            assertThat(byStatus).containsExactlyInAnyOrderEntriesOf(Map.of(201, 10L, 409, 54L));
            assertThat(usage(own, person)).containsExactly(10 * TEXT.length, 10, 10);
        }
    }

    @Test
    void bytesOfTheQuotaAreReservedAndComeBackWithThePurge() {
        try (RunningServer own =
                RunningServer.start(Map.of("makeline.files.bytes-per-owner", TEXT.length))) {
            Files mine = new Files(new People(own).user("Erika", "Muster").api());
            String fileId = mine.upload("plums.txt", "text/plain", TEXT);

            assertThat(mine.announce("more.txt", "text/plain", TEXT).status()).isEqualTo(409);
            assertThat(mine.delete(fileId).status()).isEqualTo(204);
            assertThat(mine.announce("more.txt", "text/plain", TEXT).status()).isEqualTo(409);
            assertThat(mine.purge(fileId).status()).isEqualTo(204);
            assertThat(mine.announce("more.txt", "text/plain", TEXT).status()).isEqualTo(201);
        }
    }

    @Test
    void withdrawnFileIsGone() {
        String fileId =
                files.announce("plums.txt", "text/plain", TEXT).json().path("fileId").textValue();

        assertThat(files.delete(fileId).status()).isEqualTo(204);
        assertThat(files.get(fileId).status()).isEqualTo(404);
    }

    private static String state(Files files, JsonNode upload) {
        return files
                .api()
                .get("/v1/files?limit=200")
                .json()
                .path("items")
                .findParents("fileId")
                .stream()
                .filter(file -> file.path("fileId").equals(upload.path("fileId")))
                .map(file -> file.path("state").textValue())
                .findFirst()
                .orElse("pending");
    }

    static List<Integer> usage(RunningServer server, People.Person person) {
        var item =
                server.dynamoDb()
                        .getItem(get ->
                                get.tableName(ResourceNames.FILES_TABLE)
                                        .key(FilesTable.usageKey(person.id().value()))
                                        .consistentRead(true))
                        .item();
        return Stream.of("bytes", "files", "pending")
                .map(name -> Integer.valueOf(Objects.requireNonNull(item.get(name)).n()))
                .toList();
    }

    static List<String> keys(RunningServer server, String fileId) {
        S3Client s3 = server.bean(S3Client.class);
        return s3
                .listObjectsV2Paginator(list -> list.bucket(ResourceNames.FILES_BUCKET))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(key -> key.contains(fileId))
                .toList();
    }

    static <T> List<T> atOnce(int count, IntFunction<T> call) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return callers
                    .invokeAll(
                            IntStream.range(0, count)
                                    .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                                    .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
