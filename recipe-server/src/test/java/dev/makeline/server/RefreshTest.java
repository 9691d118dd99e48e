package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Scope;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefreshTest {

    private static final String REFRESH = "/v1/tokens/refresh";

    private final RunningServer server = RunningServer.shared();
    private final Api anonymous = new Api(server.uri(), "");

    @Test
    void refreshTokenBuysANewPairAndTheOldAccessTokenGoesOn() {
        LoggedIn one = LoggedIn.at(server);

        Api.Answer answer = refresh(one.refreshToken());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("refresh_token").asText())
                .isNotEmpty()
                .isNotEqualTo(one.refreshToken());
        assertThat(access(answer).get("/v1/recipes").status()).isEqualTo(200);
        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(200);
    }

    @Test
    void replayEndsTheWholeLogIn() {
        AuditTrail trail = AuditTrail.of(server);
        LoggedIn one = LoggedIn.at(server);
        LoggedIn other = LoggedIn.again(server, one.person());
        String user = one.userId();
        Api.Answer second = refresh(one.refreshToken());
        Api.Answer third = refresh(second.json().path("refresh_token").asText());
        assertThat(access(third).get("/v1/recipes").status()).isEqualTo(200);

        Api.Answer replay = refresh(one.refreshToken());

        assertThat(replay.status()).isEqualTo(401);
        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(401);
        assertThat(access(second).get("/v1/recipes").status()).isEqualTo(401);
        assertThat(access(third).get("/v1/recipes").status()).isEqualTo(401);
        assertThat(refresh(third.json().path("refresh_token").asText()).status()).isEqualTo(401);
        assertThat(other.api().get("/v1/recipes").status()).isEqualTo(200);
        assertThat(trail.actionsOf(user)).containsOnlyOnce("refresh-replayed");
    }

    @Test
    void ofManyAtOnceOneWins() throws Exception {
        LoggedIn one = LoggedIn.at(server);
        CountDownLatch start = new CountDownLatch(1);
        List<Integer> statuses;
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers =
                    IntStream.range(0, 64)
                            .mapToObj(_ ->
                                    clients.submit(() -> {
                                        start.await();
                                        return refresh(one.refreshToken()).status();
                                    }))
                            .toList();
            start.countDown();
            statuses = answers.stream().map(RefreshTest::get).toList();
        }

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status != 200).containsOnly(401);
        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(401);
    }

    @Test
    void logInEndsAfterThirtyDaysHoweverOftenItIsRefreshed() {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer timed = RunningServer.start(Map.of(), clock)) {
            Api there = new Api(timed.uri(), "");
            String token = LoggedIn.at(timed).refreshToken();
            for (int week = 0; week < 4; week++) {
                clock.set(Duration.ofDays(7));
                Api.Answer answer = there.post(REFRESH, LoggedIn.refresh(token));
                assertThat(answer.status()).as("week %d", week).isEqualTo(200);
                token = answer.json().path("refresh_token").asText();
            }

            clock.set(Duration.ofDays(2));

            assertThat(there.post(REFRESH, LoggedIn.refresh(token)).status()).isEqualTo(401);
        }
    }

    @Test
    void everyTokenIsGoodForItsOwnUseAlone() {
        LoggedIn one = LoggedIn.at(server);
        Browser browser = Browser.logIn(server, one.person());
        String session = browser.cookie().substring(Browser.COOKIE.length() + 1);

        assertThat(new Api(server.uri(), one.refreshToken()).get("/v1/recipes").status())
                .as("refresh as access")
                .isEqualTo(401);
        assertThat(refresh(one.api().token()).status()).as("access as refresh").isEqualTo(401);
        assertThat(refresh(session).status()).as("session as refresh").isEqualTo(401);
        assertThat(new Api(server.uri(), session).get("/v1/recipes").status())
                .as("session as bearer")
                .isEqualTo(401);
        for (String secret :
                List.of(one.api().token(), one.refreshToken(), server.token(Scope.RECIPES_READ))) {
            assertThat(
                            anonymous
                                    .get("/v1/recipes", "Cookie", Browser.COOKIE + '=' + secret)
                                    .status())
                    .as("another token as cookie")
                    .isEqualTo(401);
        }
        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(200);
    }

    @Test
    void signedTokensOfOthersAreNothingHere() {
        String claims = "{\"sub\":\"admin\",\"role\":\"admin\",\"exp\":9999999999}";
        for (String header :
                List.of(
                        "{\"alg\":\"none\"}",
                        "{\"alg\":\"NONE\",\"typ\":\"JWT\"}",
                        "{\"alg\":\"HS256\",\"kid\":\"../../dev/null\"}",
                        "{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/keys\"}")) {
            for (String signature : List.of("", "c2lnbmF0dXJl")) {
                String jwt = base64(header) + '.' + base64(claims) + '.' + signature;

                assertThat(new Api(server.uri(), jwt).get("/v1/recipes").status())
                        .as(header)
                        .isEqualTo(401);
                assertThat(refresh(jwt).status()).as(header).isEqualTo(401);
            }
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Api access(Api.Answer answer) {
        JsonNode tokens = answer.json();
        return new Api(server.uri(), tokens.path("access_token").asText());
    }

    private Api.Answer refresh(String token) {
        return anonymous.post(REFRESH, LoggedIn.refresh(token));
    }
}
