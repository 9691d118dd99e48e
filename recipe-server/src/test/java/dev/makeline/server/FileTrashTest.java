package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.account.AccountDeleted;
import dev.makeline.server.file.sweep.FileSweep;
import io.micronaut.context.event.ApplicationEventPublisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FileTrashTest {

    @TempDir private Path told;

    private final RunningServer server = RunningServer.shared();
    private final People.Person erika = new People(server).user("Erika", "Muster");
    private final Files files = new Files(erika.api());
    private final String fileId = files.upload("plums.txt", "Plums.\n");

    @Test
    void deletedFileLiesInTheTrashUntilItIsRestored() {
        assertThat(files.delete(fileId).status()).isEqualTo(204);

        assertThat(files.get(fileId).json().path("state").textValue()).isEqualTo("trash");
        assertThat(listed("live")).isEmpty();
        assertThat(listed("trash")).containsExactly(fileId);
        assertThat(files.put(fileId, "text/plain", new byte[1], "If-Match", "*").status())
                .isEqualTo(409);

        Api.Answer restored = files.api().post("/v1/files/" + fileId + "/restoration", "");

        assertThat(restored.status()).isEqualTo(200);
        assertThat(listed("live")).containsExactly(fileId);
        assertThat(files.content(fileId).body()).isEqualTo("Plums.\n");
        assertThat(files.api().post("/v1/files/" + fileId + "/restoration", "").status())
                .isEqualTo(409);
    }

    @Test
    void deletionIsToldOnceHoweverOftenItIsAskedFor() throws Exception {
        UploadTest.atOnce(8, _ -> files.delete(fileId).status());
        files.delete(fileId);

        List<Map<String, AttributeValue>> notices = notices(server, fileId);

        assertThat(notices).hasSize(1);
        assertThat(text(notices.getFirst(), "what")).isEqualTo("trash");
        assertThat(text(notices.getFirst(), "fileName")).isEqualTo("plums.txt");
        assertThat(text(notices.getFirst(), "ownerId")).isEqualTo(erika.id().value());
        assertThat(text(notices.getFirst(), "deletedBy")).isEqualTo(erika.id().value());
    }

    @Test
    void purgedFileIsGoneWithAllItsVersionsAndToldOnce() {
        files.put(fileId, "text/plain", new byte[] {'x'}, "If-Match", "\"1\"");
        assertThat(UploadTest.keys(server, fileId)).hasSize(2);

        assertThat(files.purge(fileId).status()).isEqualTo(204);

        assertThat(files.get(fileId).status()).isEqualTo(404);
        assertThat(files.purge(fileId).status()).isEqualTo(404);
        assertThat(UploadTest.keys(server, fileId)).isEmpty();
        assertThat(UploadTest.usage(server, erika)).containsExactly(0, 0, 0);
        assertThat(notices(server, fileId).stream().map(notice -> text(notice, "what")))
                .containsExactly("purge");
    }

    @Test
    void deletionIsToldAtOnceWithoutWaitingForThePoll() {
        try (RunningServer own =
                RunningServer.start(
                        Map.of(
                                "makeline.notices.channel", "folder",
                                "makeline.notices.folder", told.toString(),
                                "makeline.notices.poll-interval", "1h"))) {
            Files mine = new Files(new People(own).user("Erika", "Muster").api());
            String mineId = mine.upload("pears.txt", "Pears.\n");

            mine.delete(mineId);

            Awaitility.await().untilAsserted(() -> assertThat(toldOf(mineId)).hasSize(1));
            mine.purge(mineId);
            Awaitility.await().untilAsserted(() -> assertThat(toldOf(mineId)).hasSize(2));
        }
    }

    private List<String> toldOf(String id) throws IOException {
        try (Stream<Path> notices = java.nio.file.Files.list(told)) {
            return notices.map(FileTrashTest::content).filter(text -> text.contains(id)).toList();
        }
    }

    private static String content(Path notice) {
        try {
            return java.nio.file.Files.readString(notice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void trashIsPurgedAfterThirtyDays() {
        ClockThatIsSet clock = ClockThatIsSet.by(Duration.ZERO);
        try (RunningServer own = RunningServer.start(Map.of(), clock)) {
            Files mine = new Files(new People(own).user("Erika", "Muster").api());
            String mineId = mine.upload("plums.txt", "Plums.\n");
            mine.delete(mineId);

            clock.set(Duration.ofDays(29));
            own.bean(FileSweep.class).pollOnce();
            assertThat(mine.get(mineId).status()).isEqualTo(200);

            clock.set(Duration.ofDays(1).plusMinutes(1));
            own.bean(FileSweep.class).pollOnce();

            assertThat(mine.get(mineId).status()).isEqualTo(404);
            assertThat(UploadTest.keys(own, mineId)).isEmpty();
            assertThat(notices(own, mineId)).hasSize(2);
        }
    }

    @Test
    void everythingThatHappensToAFileIsOnRecord() {
        files.content(fileId);
        files.api().post("/v1/files/" + fileId + "/download-links", "");
        files.delete(fileId);
        files.api().post("/v1/files/" + fileId + "/restoration", "");
        new Files(new People(server).user("Otto", "Other").api()).get(fileId);
        files.purge(fileId);

        assertThat(
                        FileTest.values(
                                new People(server)
                                        .admin()
                                        .api()
                                        .get("/v1/audit?target=" + fileId)
                                        .json(),
                                "action"))
                .containsExactlyInAnyOrder(
                        "upload-started",
                        "file-uploaded",
                        "file-downloaded",
                        "file-link-issued",
                        "file-deleted",
                        "file-restored",
                        "access-refused",
                        "file-purged");
    }

    @Test
    void filesOfADeletedAccountLieInTheTrashWithANoticeEach() {
        String second = files.upload("pears.txt", "Pears.\n");
        String pending =
                files.announce("late.txt", "text/plain", new byte[3])
                        .json()
                        .path("fileId")
                        .textValue();

        publish(new AccountDeleted(erika.id()));
        publish(new AccountDeleted(erika.id()));

        assertThat(listed("live")).isEmpty();
        assertThat(listed("trash")).containsExactlyInAnyOrder(fileId, second);
        assertThat(files.get(pending).status()).isEqualTo(404);
        assertThat(notices(server, fileId)).hasSize(1);
        assertThat(notices(server, second)).hasSize(1);
        assertThat(UploadTest.usage(server, erika)).containsExactly(14, 2, 0);
    }

    @SuppressWarnings("unchecked") // the publisher takes events of every type
    private void publish(AccountDeleted event) {
        server.bean(ApplicationEventPublisher.class).publishEvent(event);
    }

    private List<String> listed(String state) {
        return FileTest.values(files.api().get("/v1/files?state=" + state).json(), "fileId");
    }

    /// Those that were told and those that are to be.
    private static List<Map<String, AttributeValue>> notices(RunningServer server, String fileId) {
        return server
                .dynamoDb()
                .scanPaginator(scan -> scan.tableName(AccountsTable.NAME).consistentRead(true))
                .items()
                .stream()
                .filter(row -> row.containsKey("fileId") && text(row, "fileId").equals(fileId))
                .toList();
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        return Objects.requireNonNull(row.get(name)).s();
    }
}
