package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A server on which nobody may have more than two jobs under way.
class OrderLimitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final RunningServer SERVER =
            RunningServer.start(Map.of("makeline.jobs.live-per-owner", 2));

    private final People people = new People(SERVER);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void asManyJobsAsMayBeAreOrderedAndOneMoreOnceOneIsOver() {
        Api ada = people.user("Ada", "Baker").api();
        String order = Jobs.order(new Files(ada).upload("notes.txt", "flour"));
        List<String> ids =
                IntStream.range(0, 2)
                        .mapToObj(i -> ada.post("/v1/jobs", order, "Idempotency-Key", "k" + i))
                        .map(answer -> answer.json().path("jobId").textValue())
                        .toList();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ada.get("/v1/jobs").json().path("items")).hasSize(2));
        Api.Answer refused = ada.post("/v1/jobs", order, "Idempotency-Key", "k2");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body())
                .contains("/problems/too-many-jobs", "There are 2 jobs under way");
        Api.Answer again = ada.post("/v1/jobs", order, "Idempotency-Key", "k1");
        assertThat(again.json().path("jobId").textValue()).isEqualTo(ids.getLast());
        ada.post("/v1/jobs/" + ids.getFirst() + "/cancellation", "");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(ada.post("/v1/jobs", order, "Idempotency-Key", "k3").status())
                                .isEqualTo(201));
        assertThat(ada.post("/v1/jobs/" + ids.getFirst() + "/retry", "").status()).isEqualTo(429);
    }

    @Test
    void administratorsHaveRoomForTenTimesAsMany() {
        Api admin = people.admin().api();
        String order = Jobs.order(new Files(admin).upload("notes.txt", "flour"));

        assertThat(
                        IntStream.range(0, 4)
                                .mapToObj(_ -> admin.post("/v1/jobs", order))
                                .map(Api.Answer::status))
                .containsOnly(201);
    }

    @Test
    void highPriorityIsForAdministratorsAlone() {
        Api ada = people.user("Ada", "Baker").api();
        Api admin = people.admin().api();

        Api.Answer refused = ada.post("/v1/jobs", high(ada));
        Api.Answer ordered = admin.post("/v1/jobs", high(admin));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Only administrators order jobs of high priority");
        assertThat(ordered.status()).isEqualTo(201);
        assertThat(ordered.json().path("priority").textValue()).isEqualTo("high");
    }

    private static String high(Api api) {
        return Jobs.order(new Files(api).upload("notes.txt", "flour"))
                .replaceFirst("\\{", "{\"priority\":\"high\",");
    }
}
