package dev.makeline.system.crash;

import static dev.makeline.operations.FailPoint.EXIT_KILLED;
import static dev.makeline.operations.FailPoint.VARIABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.system.instance.Answer;
import dev.makeline.system.instance.Disturbed;
import dev.makeline.system.instance.FormPost;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.ProgramProcess;
import dev.makeline.system.instance.SharedInstances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether administrators hear of a deletion when the server dies while it tells them.
@Disturbed
@ExtendWith(SharedInstances.class)
class NoticesSurviveTheServerTest {

    private static final Duration DIES = Duration.ofSeconds(60);
    private static final Duration TOLD = Duration.ofSeconds(60);
    private static final String TEXT = "Flour, butter and plums.\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"server.notice-claimed", "server.notice-sent"})
    void deletionIsToldOnceWhateverTheTellingDiedOf(String boundary, Instance makeline)
            throws IOException {
        ProgramProcess server = makeline.program(Program.RECIPE_SERVER);
        String fileId = upload(makeline);
        String next = upload(makeline);
        server.kill();
        server.start(telling(Map.of(VARIABLE, boundary)));

        Throwable _ = catchThrowable(() -> makeline.api().send("DELETE", "/v1/files/" + fileId));
        assertThat(server.awaitExit(DIES)).isEqualTo(EXIT_KILLED);
        server.start(telling(Map.of()));

        await().atMost(TOLD).untilAsserted(() -> assertThat(toldOf(fileId)).hasSize(1));
        assertThat(makeline.api().send("DELETE", "/v1/files/" + next).status()).isEqualTo(204);
        await().atMost(TOLD).untilAsserted(() -> assertThat(toldOf(next)).hasSize(1));
        assertThat(toldOf(fileId)).hasSize(1);
    }

    private Map<String, String> telling(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MAKELINE_NOTICES_CHANNEL", "folder");
        environment.put("MAKELINE_NOTICES_FOLDER", folder.toString());
        environment.put("MAKELINE_NOTICES_POLL_INTERVAL", "1s");
        environment.put("MAKELINE_NOTICES_SEND_TIMEOUT", "2s");
        environment.put("MAKELINE_NOTICES_LEASE", "4s");
        return environment;
    }

    private List<Path> toldOf(String fileId) throws IOException {
        try (Stream<Path> notices = Files.list(folder)) {
            return notices.filter(notice -> read(notice).contains(fileId)).toList();
        }
    }

    private static String read(Path notice) {
        try {
            return Files.readString(notice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String upload(Instance makeline) {
        byte[] content = TEXT.getBytes(StandardCharsets.UTF_8);
        JsonNode announced =
                makeline.api()
                        .post(
                                "/v1/files",
                                "{\"name\": \"plums.txt\", \"size\": %d, \"mediaType\": \"text/plain\", \"sha256\": \"%s\"}"
                                        .formatted(content.length, sha256(content)))
                        .json();
        String fileId = announced.path("fileId").asText();
        assertThat(FormPost.send(announced.path("upload"), TEXT)).isEqualTo(204);
        Answer completed = makeline.api().post("/v1/files/" + fileId + "/completion", "");
        assertThat(completed.status()).as("%s", completed).isEqualTo(200);
        return fileId;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
