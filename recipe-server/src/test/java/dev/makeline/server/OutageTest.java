package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.Scope;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void withoutDynamoDbRequestsAreToComeAgainAndTheServerStaysAlive() throws IOException {
        URI dynamoDb = RunningServer.aws().dynamoDb();
        try (TcpProxy proxy = TcpProxy.to(dynamoDb.getPort());
                RunningServer server = RunningServer.startWithDynamoDbAt(proxy.uri(), Map.of())) {
            long recipeId = RunningServer.newRecipeId();
            Api api = new Api(server.uri(), server.token(Scope.RECIPES_READ, Scope.RECIPES_WRITE));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(api.get("/health/readiness").status()).isEqualTo(200));
            assertThat(api.post("/v1/recipes", Documents.pie(recipeId)).status()).isEqualTo(200);

            proxy.refuse();

            Api.Answer read = api.get("/v1/recipes/" + recipeId);
            assertThat(read.status()).isEqualTo(503);
            assertThat(read.header("Retry-After")).contains("1");
            assertThat(read.json().path("type").textValue()).isEqualTo("/problems/unavailable");
            Api.Answer submitted =
                    server.sender()
                            .post(
                                    "/v1/intake/submissions",
                                    Submitted.make(Documents.pie(recipeId)).json());
            assertThat(submitted.status()).isEqualTo(503);
            assertThat(new Api(server.uri(), "unknown-token").get("/v1/recipes").status())
                    .isEqualTo(503);
            assertThat(api.get("/health/liveness").status()).isEqualTo(200);
            assertThat(api.get("/health/readiness").status()).isEqualTo(200);

            proxy.accept();

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(api.get("/v1/recipes/" + recipeId).status()).isEqualTo(200));
        }
    }

    /// Were each to make a call of its own for the token, one after another, the last would wait
    /// for sixteen timeouts.
    @Test
    void whileDynamoDbHangsEveryRequestIsAnsweredAfterOneTimeout() throws Exception {
        try (TcpProxy proxy = TcpProxy.to(RunningServer.aws().dynamoDb().getPort());
                RunningServer server =
                        RunningServer.startWithDynamoDbAt(
                                proxy.uri(),
                                Map.of(
                                        "makeline.aws.call-timeout", "1s",
                                        "makeline.aws.attempt-timeout", "900ms",
                                        "makeline.access.known-for", "0s"));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Api api = server.api();
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);

            proxy.pause();

            List<Future<Integer>> asked =
                    IntStream.range(0, 16)
                            .mapToObj(_ -> callers.submit(() -> api.get("/v1/recipes").status()))
                            .toList();
            await().atMost(Duration.ofSeconds(8))
                    .until(() -> asked.stream().allMatch(Future::isDone));
            assertThat(asked).allMatch(answer -> answer.resultNow() == 503);
        }
    }

    @Test
    void serverThatStartsBeforeDynamoDbBecomesReadyWithIt() throws IOException {
        URI dynamoDb = RunningServer.aws().dynamoDb();
        try (TcpProxy proxy = TcpProxy.to(dynamoDb.getPort())) {
            proxy.refuse();
            try (RunningServer server = RunningServer.startWithDynamoDbAt(proxy.uri(), Map.of())) {
                Api anonymous = new Api(server.uri(), "");
                assertThat(anonymous.get("/health/liveness").status()).isEqualTo(200);
                assertThat(anonymous.get("/health/readiness").status()).isEqualTo(503);

                proxy.accept();

                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() ->
                                assertThat(anonymous.get("/health/readiness").status())
                                        .isEqualTo(200));
            }
        }
    }
}
