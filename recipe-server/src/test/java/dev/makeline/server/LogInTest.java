package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogInTest {

    private final RunningServer server = RunningServer.shared();
    private final Api anonymous = new Api(server.uri(), "");

    @Test
    void ownerOfAnAccountGetsTokensThatWork() {
        Person person = Person.any();
        anonymous.post("/v1/users", person.json());

        Api.Answer answer = anonymous.post("/v1/login", LoggedIn.credentials(person));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonNode tokens = answer.json();
        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asLong()).isEqualTo(900);
        Api api = new Api(server.uri(), tokens.path("access_token").asText());
        JsonNode me = api.get("/v1/sessions/current").json();
        assertThat(me.path("username").asText()).isEqualTo(person.username());
        assertThat(me.has("csrfToken")).isFalse();
        assertThat(api.get("/v1/recipes").status()).isEqualTo(200);
    }

    @Test
    void unknownAccountAndWrongPasswordGetTheSameWords() {
        Person person = Person.any();
        anonymous.post("/v1/users", person.json());

        Api.Answer wrong =
                anonymous.post(
                        "/v1/login", LoggedIn.credentials(person.username(), "not the password"));
        Api.Answer unknown =
                anonymous.post(
                        "/v1/login",
                        LoggedIn.credentials(Person.any().username(), "not the password"));

        assertThat(List.of(wrong, unknown))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(401));
        assertThat(wrong.body()).isEqualTo(unknown.body()).contains("/problems/log-in-refused");
    }

    @Test
    void logInIsTakenAsJsonAlone() {
        String credentials = LoggedIn.credentials("ada", "some password");

        assertThat(List.of("text/plain", "application/x-www-form-urlencoded"))
                .allSatisfy(type -> {
                    Api.Answer answer =
                            anonymous.post("/v1/login", credentials, "Content-Type", type);
                    assertThat(answer.status()).as(type).isEqualTo(415);
                    assertThat(answer.body()).contains("application/json");
                });
    }

    @Test
    void wrongPasswordsAreSlowedDownAndToldForHowLong() {
        try (RunningServer own =
                RunningServer.start(Map.of("makeline.throttle.wrong-passwords-per-pair", 2))) {
            Person person = Person.any();
            own.register(person);
            Api api = new Api(own.uri(), "");
            String wrong = LoggedIn.credentials(person.username(), "not this one");

            List<Integer> statuses =
                    IntStream.range(0, 3)
                            .mapToObj(_ -> api.post("/v1/login", wrong).status())
                            .toList();
            Api.Answer slowed = api.post("/v1/login", LoggedIn.credentials(person));

            assertThat(statuses).containsExactly(401, 401, 429);
            assertThat(slowed.status()).isEqualTo(429);
            assertThat(slowed.header("Retry-After").map(Integer::parseInt))
                    .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 900));
            assertThat(slowed.body()).contains("/problems/too-many-requests", "try again in");
        }
    }

    @Test
    void logInsBeyondWhatCanBeHashedAreAskedToComeAgain() {
        try (RunningServer own =
                RunningServer.start(
                        Map.of(
                                "makeline.passwords.hashes-at-once",
                                1,
                                "makeline.passwords.longest-wait",
                                "0s"))) {
            Api api = new Api(own.uri(), "");

            List<Api.Answer> answers =
                    AtOnce.times(
                            12, () -> api.post("/v1/login", LoggedIn.credentials(Person.any())));

            assertThat(answers).extracting(Api.Answer::status).contains(503).containsOnly(401, 503);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 503)
                    .allSatisfy(answer -> {
                        assertThat(answer.body()).contains("/problems/unavailable");
                        assertThat(answer.header("Retry-After")).isPresent();
                    });
        }
    }

    @Test
    void halfALogInIsRefusedWithTheFieldThatIsMissing() {
        Api.Answer answer = anonymous.post("/v1/login", "{\"username\": \"ada\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("password");
        assertThat(anonymous.post("/v1/login", "[]").status()).isEqualTo(400);
    }

    @Test
    void nobodyIsLoggedInFromAnotherSite() {
        Person person = Person.any();
        anonymous.post("/v1/users", person.json());
        String body = LoggedIn.credentials(person);

        for (String path : List.of("/v1/login", "/v1/sessions")) {
            assertThat(anonymous.post(path, body, "Sec-Fetch-Site", "cross-site").status())
                    .isEqualTo(403);
            assertThat(anonymous.post(path, body, "Sec-Fetch-Site", "same-site").status())
                    .isEqualTo(403);
            assertThat(anonymous.post(path, body, "Origin", "https://evil.example").status())
                    .isEqualTo(403);
            assertThat(anonymous.post(path, body, "Origin", "null").status()).isEqualTo(403);
        }
        String own = "http://" + server.uri().getAuthority();
        assertThat(anonymous.post("/v1/login", body, "Origin", own).status()).isEqualTo(200);
    }

    @Test
    void tokensAreGoodForNothingAtOnceAfterLogOut() {
        LoggedIn one = LoggedIn.at(server);
        LoggedIn other = LoggedIn.again(server, one.person());
        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(200);

        Api.Answer out = one.api().post("/v1/logout", "");

        assertThat(out.status()).isEqualTo(204);
        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(401);
        assertThat(
                        anonymous
                                .post("/v1/tokens/refresh", LoggedIn.refresh(one.refreshToken()))
                                .status())
                .isEqualTo(401);
        assertThat(other.api().get("/v1/recipes").status()).isEqualTo(200);
    }

    @Test
    void logOutReachesOtherServersWithinTheTimeThatTokensAreRemembered() {
        LoggedIn one = LoggedIn.at(server);
        try (RunningServer another =
                RunningServer.start(Map.of("makeline.access.known-for", "0s"))) {
            Api there = new Api(another.uri(), one.api().token());
            assertThat(there.get("/v1/recipes").status()).isEqualTo(200);

            one.api().post("/v1/logout", "");

            assertThat(there.get("/v1/recipes").status()).isEqualTo(401);
        }
    }

    @Test
    void accessTokenEndsAfterAQuarterOfAnHour() {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer timed = RunningServer.start(Map.of(), clock)) {
            LoggedIn one = LoggedIn.at(timed);

            clock.set(Duration.ofMinutes(14));
            assertThat(one.api().get("/v1/recipes").status()).isEqualTo(200);

            clock.set(Duration.ofMinutes(1));
            assertThat(one.api().get("/v1/recipes").status()).isEqualTo(401);
            assertThat(
                            new Api(timed.uri(), "")
                                    .post(
                                            "/v1/tokens/refresh",
                                            LoggedIn.refresh(one.refreshToken()))
                                    .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void oneLogInMoreThanMayLastEndsTheOldest() {
        try (RunningServer strict =
                RunningServer.start(Map.of("makeline.tokens.most-log-ins", 2))) {
            LoggedIn first = LoggedIn.at(strict);
            LoggedIn second = LoggedIn.again(strict, first.person());

            LoggedIn third = LoggedIn.again(strict, first.person());

            assertThat(first.api().get("/v1/recipes").status()).isEqualTo(401);
            assertThat(second.api().get("/v1/recipes").status()).isEqualTo(200);
            assertThat(third.api().get("/v1/sessions").json().path("items")).hasSize(2);
        }
    }

    @Test
    void logInsAndRefusalsAreOnRecord() {
        AuditTrail trail = AuditTrail.of(server);
        LoggedIn one = LoggedIn.at(server);
        String user = one.userId();
        anonymous.post("/v1/login", LoggedIn.credentials(one.person().username(), "not this one"));
        one.api().post("/v1/logout", "");

        assertThat(trail.actionsOf(user)).containsSubsequence("login", "logout");
        assertThat(trail.actions()).contains("login-refused");
        assertThat(trail.text())
                .doesNotContain(one.api().token())
                .doesNotContain(one.refreshToken())
                .doesNotContain(one.person().password())
                .doesNotContain("not this one");
    }
}
