package dev.makeline.system.crash;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What becomes of jobs when the dispatcher dies, and its tasks with it.
@Disturbed
@ExtendWith(SharedInstances.class)
class JobsSurviveTheDispatcherTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int JOBS = 5;
    private static final String TEXT = "Flour, butter and plums.\n";

    /// SHA-256 of [#TEXT].
    private static final String SHA_256 =
            "ebd889388c84b015a32084168bb08f4aba790ce93eda50e83eeb9f74fc664a99";

    @Test
    void everyJobSucceedsOnceThoughTheDispatcherIsKilledAgainAndAgain(Instance makeline) {
        String file = upload(makeline);
        ProgramProcess dispatcher = makeline.another(Program.PROCESSOR);
        dispatcher.start();
        List<String> jobs = IntStream.range(0, JOBS).mapToObj(_ -> order(makeline, file)).toList();

        for (int over = 1; over <= 2; over++) {
            awaitSucceeded(makeline, jobs, over);
            dispatcher.kill();
            dispatcher.start();
        }
        awaitSucceeded(makeline, jobs, JOBS);

        List<String> outputs =
                jobs.stream()
                        .map(job -> job(makeline, job).path("outputFileIds"))
                        .peek(made -> assertThat(made).hasSize(1))
                        .map(made -> made.path(0).asText())
                        .toList();
        assertThat(outputs).doesNotHaveDuplicates();
        assertThat(outputs)
                .allSatisfy(output ->
                        assertThat(makeline.api().get("/v1/files/" + output + "/content").body())
                                .isEqualTo(TEXT + "salt"));
        assertThat(namedAsOutputs(makeline)).isEqualTo(JOBS);
    }

    private static void awaitSucceeded(Instance makeline, List<String> jobs, int atLeast) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() ->
                        assertThat(jobs)
                                .filteredOn(job ->
                                        job(makeline, job)
                                                .path("state")
                                                .asText()
                                                .equals("succeeded"))
                                .hasSizeGreaterThanOrEqualTo(atLeast));
    }

    private static long namedAsOutputs(Instance makeline) {
        return makeline.api()
                .get("/v1/files?all=false&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(file -> file.path("name").asText().equals("notes-for-jobs-appended.txt"))
                .count();
    }

    private static JsonNode job(Instance makeline, String job) {
        return makeline.api().get("/v1/jobs/" + job).json();
    }

    private static String order(Instance makeline, String file) {
        Answer answer =
                makeline.api()
                        .post(
                                "/v1/jobs",
                                "{\"kind\": \"append-text\", \"fileId\": \"%s\", \"parameters\": {\"text\": \"salt\"}, \"mostAttempts\": 10}"
                                        .formatted(file));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().path("jobId").asText();
    }

    private static String upload(Instance makeline) {
        Answer announced =
                makeline.api()
                        .post(
                                "/v1/files",
                                "{\"name\": \"notes-for-jobs.txt\", \"size\": %d, \"mediaType\": \"text/plain\", \"sha256\": \"%s\"}"
                                        .formatted(TEXT.length(), SHA_256));
        assertThat(FormPost.send(announced.json().path("upload"), TEXT)).isEqualTo(204);
        String file = announced.json().path("fileId").asText();
        assertThat(makeline.api().post("/v1/files/" + file + "/completion", "").status())
                .isEqualTo(200);
        return file;
    }
}
