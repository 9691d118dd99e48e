package dev.makeline.system.crash;

import static dev.makeline.operations.FailPoint.EXIT_KILLED;
import static dev.makeline.operations.FailPoint.VARIABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.system.instance.Answer;
import dev.makeline.system.instance.Disturbed;
import dev.makeline.system.instance.FormPost;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.Program;
import dev.makeline.system.instance.ProgramProcess;
import dev.makeline.system.instance.SharedInstances;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of files when the server dies between two steps of a change.
@Disturbed
@ExtendWith(SharedInstances.class)
class FilesSurviveTheServerTest {

    private static final Duration DIES = Duration.ofSeconds(60);
    private static final Duration SWEPT = Duration.ofSeconds(30);
    private static final Map<String, String> OFTEN = Map.of("MAKELINE_FILES_SWEEP_INTERVAL", "1s");
    private static final String TEXT = "Flour, butter and plums.\n";

    /// SHA-256 of [#TEXT].
    private static final String SHA_256 =
            "ebd889388c84b015a32084168bb08f4aba790ce93eda50e83eeb9f74fc664a99";

    @ParameterizedTest
    @ValueSource(strings = {"recipe-server.after-file-copy", "recipe-server.after-file-publish"})
    void uploadIsOneVersionWhateverItsCompletionDiedOf(String boundary, Instance makeline) {
        ProgramProcess server = makeline.program(Program.RECIPE_SERVER);
        JsonNode announced = announce(makeline);
        String file = "/v1/files/" + announced.path("fileId").asText();
        assertThat(FormPost.send(announced.path("upload"), TEXT)).isEqualTo(204);
        dieAt(server, boundary);

        assertThatThrownBy(() -> makeline.api().post(file + "/completion", ""));
        assertThat(server.awaitExit(DIES)).isEqualTo(EXIT_KILLED);
        server.start(OFTEN);

        Answer completed = makeline.api().post(file + "/completion", "");
        assertThat(completed.status()).as("%s", completed).isEqualTo(200);
        assertThat(completed.json().path("versions").asInt()).isEqualTo(1);
        assertThat(makeline.api().get(file + "/content").body()).isEqualTo(TEXT);
        assertThat(makeline.filesBucket().keysOf(announced.path("fileId").asText()))
                .filteredOn(key -> key.startsWith("files/"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = "recipe-server.after-file-purge")
    void purgedFileLeavesNothingAlsoWhenThePurgeDied(String boundary, Instance makeline) {
        ProgramProcess server = makeline.program(Program.RECIPE_SERVER);
        JsonNode announced = announce(makeline);
        String fileId = announced.path("fileId").asText();
        FormPost.send(announced.path("upload"), TEXT);
        makeline.api().post("/v1/files/" + fileId + "/completion", "");
        assertThat(makeline.filesBucket().keysOf(fileId)).hasSize(1);
        dieAt(server, boundary);

        assertThatThrownBy(
                () -> makeline.api().send("DELETE", "/v1/files/" + fileId + "?purge=true"));
        assertThat(server.awaitExit(DIES)).isEqualTo(EXIT_KILLED);
        server.start(OFTEN);

        assertThat(makeline.api().get("/v1/files/" + fileId).status()).isEqualTo(404);
        await().atMost(SWEPT)
                .untilAsserted(() -> assertThat(makeline.filesBucket().keysOf(fileId)).isEmpty());
    }

    private static void dieAt(ProgramProcess server, String boundary) {
        server.kill();
        server.start(Map.of(VARIABLE, boundary));
    }

    private static JsonNode announce(Instance makeline) {
        Answer answer =
                makeline.api()
                        .post(
                                "/v1/files",
                                "{\"name\": \"plums.txt\", \"size\": %d, \"mediaType\": \"text/plain\", \"sha256\": \"%s\"}"
                                        .formatted(TEXT.length(), SHA_256));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json();
    }
}
