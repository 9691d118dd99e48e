package dev.makeline.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void moreThanTheServerTakesAtOnceIsRefusedAtOnceAndHealthStillAnswers() throws Exception {
        try (TcpProxy dynamoDb = TcpProxy.to(RunningServer.aws().dynamoDb().getPort());
                RunningServer server =
                        RunningServer.startWithDynamoDbAt(
                                dynamoDb.uri(),
                                Map.of("makeline.admission.requests-in-flight", 1));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Api api = server.api();
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);

            dynamoDb.pause();
            Future<Api.Answer> held = callers.submit(() -> api.get("/v1/recipes"));
            awaitRequestsInFlight(api, 1);

            Api.Answer refused = api.get("/v1/recipes");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).contains("1");
            assertThat(refused.header("Content-Type")).contains("application/problem+json");
            assertThat(refused.json().path("detail").textValue()).contains("all the work");
            assertThat(api.get("/health/liveness").status()).isEqualTo(200);
            dynamoDb.resume();
            assertThat(held.get().status()).isEqualTo(200);
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);
        }
    }

    @Test
    void requestsUnderWayAreFinishedWhenTheServerStops() throws Exception {
        try (TcpProxy dynamoDb = TcpProxy.to(RunningServer.aws().dynamoDb().getPort());
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            RunningServer server = RunningServer.startWithDynamoDbAt(dynamoDb.uri(), Map.of());
            Api api = server.api();
            assertThat(api.get("/v1/recipes").status()).isEqualTo(200);
            dynamoDb.pause();
            Future<Api.Answer> held = callers.submit(() -> api.get("/v1/recipes"));
            awaitRequestsInFlight(api, 1);

            Future<?> stop = callers.submit(server::stop);
            await().atMost(PATIENCE).until(server::isStopping);
            dynamoDb.resume();

            assertThat(held.get().status()).isEqualTo(200);
            stop.get();
        }
    }

    @Test
    void aClientThatLeavesInTheMiddleOfItsRequestGivesItsPlaceBack() throws IOException {
        try (RunningServer server =
                RunningServer.start(Map.of("makeline.admission.requests-in-flight", 1))) {
            Api api = server.api();
            try (Socket slow = requestThatNeverEnds(server, api.token())) {
                awaitRequestsInFlight(api, 1);
                assertThat(slow.isConnected()).isTrue();
                assertThat(api.get("/v1/recipes").status()).isEqualTo(503);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(api.get("/v1/recipes").status()).isEqualTo(200));
        }
    }

    @Test
    void everyKindOfAnswerGivesItsPlaceBack() {
        try (RunningServer server =
                RunningServer.start(Map.of("makeline.admission.requests-in-flight", 1))) {
            Api api = server.api();
            for (int i = 0; i < 3; i++) {
                assertThat(api.get("/v1/recipes").status()).isEqualTo(200);
                assertThat(api.get("/v1/nothing").status()).isEqualTo(404);
                assertThat(api.get("/v1/recipes/abc").status()).isEqualTo(400);
                assertThat(api.get("/v1/recipes?limit=0").status()).isEqualTo(400);
                assertThat(api.post("/v1/recipes", "").status()).isEqualTo(400);
                assertThat(api.post("/v1/recipes", "x".repeat(5 << 20)).status()).isEqualTo(413);
                assertThat(api.post("/v1/recipes", "{}", "Content-Type", "a/b").status())
                        .isEqualTo(415);
                assertThat(new Api(server.uri(), "").get("/v1/recipes").status()).isEqualTo(401);
                assertThat(server.sender().get("/v1/recipes").status()).isEqualTo(403);
            }
        }
    }

    /// By the metric, since a request of its own would take the place that it waits for.
    private static void awaitRequestsInFlight(Api api, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(api.get("/prometheus").body())
                                .contains("makeline_requests_in_flight %d.0".formatted(count)));
    }

    private static Socket requestThatNeverEnds(RunningServer server, String token)
            throws IOException {
        Socket socket = new Socket(server.uri().getHost(), server.uri().getPort());
        String head =
                "POST /v1/recipes HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Length: 1000\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
