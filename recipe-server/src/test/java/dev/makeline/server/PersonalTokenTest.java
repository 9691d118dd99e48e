package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class PersonalTokenTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void tokenIsShownOnceAndDoesWhatItsScopesSay() {
        LoggedIn one = LoggedIn.at(server);

        Api.Answer created = create(one.api(), "nightly", "recipes:read", 30);

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Cache-Control")).contains("no-store");
        JsonNode token = created.json();
        String secret = token.path("token").asText();
        assertThat(created.header("Location")).contains("/v1/tokens/" + token.path("id").asText());
        assertThat(secret).startsWith(token.path("prefix").asText());
        assertThat(Duration.between(Instant.now(), instant(token, "expiresAt")))
                .isBetween(Duration.ofDays(29), Duration.ofDays(30));
        Api program = new Api(server.uri(), secret);
        assertThat(program.get("/v1/recipes").status()).isEqualTo(200);
        assertThat(program.post("/v1/recipes", Documents.pie(1)).status()).isEqualTo(403);
        Api.Answer list = one.api().get("/v1/tokens");
        assertThat(list.json().path("items")).hasSize(1);
        assertThat(list.body()).contains("nightly").doesNotContain(secret);
    }

    @Test
    void lastUseIsKept() {
        LoggedIn one = LoggedIn.at(server);
        Api program =
                new Api(
                        server.uri(),
                        create(one.api(), "used", "recipes:read", 1).json().path("token").asText());
        assertThat(items(one).path(0).has("lastUsedAt")).isFalse();

        program.get("/v1/recipes");

        await().untilAsserted(() ->
                assertThat(instant(items(one).path(0), "lastUsedAt"))
                        .isAfter(Instant.now().minusSeconds(60)));
    }

    @Test
    void tokenAllowsNoMoreThanItsHolderMay() {
        LoggedIn one = LoggedIn.at(server);

        for (String scope : List.of("admin", "intake:manage", "intake:submit", "metrics:read")) {
            assertThat(create(one.api(), "too much", scope, 1).status()).as(scope).isEqualTo(403);
        }
        assertThat(create(one.api(), "unknown", "everything", 1).status()).isEqualTo(400);
        assertThat(items(one)).isEmpty();
    }

    @Test
    void tokenOfAProgramMakesNoTokens() {
        LoggedIn one = LoggedIn.at(server);
        String secret = create(one.api(), "first", "recipes:read", 1).json().path("token").asText();
        Api program = new Api(server.uri(), secret);

        assertThat(create(program, "second", "recipes:read", 1).status()).isEqualTo(403);
        assertThat(program.get("/v1/tokens").status()).isEqualTo(403);
        assertThat(program.post("/v1/logout", "").status()).isEqualTo(403);
        assertThat(server.api().get("/v1/tokens").status()).isEqualTo(403);
    }

    @Test
    void whatIsWrongWithARequestIsSaidByField() {
        Api api = LoggedIn.at(server).api();

        for (int days : new int[] {0, -1, 366}) {
            assertThat(create(api, "n", "recipes:read", days).status()).isEqualTo(400);
        }
        assertThat(create(api, "n", "recipes:read", 365).status()).isEqualTo(201);
        assertThat(create(api, " ", "recipes:read", 1).body()).contains("/name");
        assertThat(create(api, "x".repeat(101), "recipes:read", 1).status()).isEqualTo(400);
        assertThat(create(api, "two\\nlines", "recipes:read", 1).status()).isEqualTo(400);
        assertThat(post(api, "{\"name\":\"n\",\"scopes\":[],\"expiresInDays\":1}").body())
                .contains("/scopes");
        assertThat(post(api, "{\"name\":\"n\",\"scopes\":[1],\"expiresInDays\":1}").status())
                .isEqualTo(400);
        assertThat(
                        post(
                                        api,
                                        "{\"name\":\"n\",\"scopes\":[\"recipes:read\"],\"expiresInDays\":\"1\"}")
                                .body())
                .contains("/expiresInDays");
    }

    @Test
    void revokedTokenIsGoodForNothingAtOnceAndOnlyItsOwnerRevokesIt() {
        LoggedIn one = LoggedIn.at(server);
        LoggedIn stranger = LoggedIn.at(server);
        JsonNode token = create(one.api(), "mine", "recipes:read", 1).json();
        Api program = new Api(server.uri(), token.path("token").asText());
        String path = "/v1/tokens/" + token.path("id").asText();
        assertThat(program.get("/v1/recipes").status()).isEqualTo(200);

        assertThat(delete(stranger.api(), path)).isEqualTo(404);
        assertThat(program.get("/v1/recipes").status()).isEqualTo(200);
        assertThat(delete(one.api(), path)).isEqualTo(204);

        assertThat(program.get("/v1/recipes").status()).isEqualTo(401);
        assertThat(delete(one.api(), path)).isEqualTo(404);
        assertThat(delete(one.api(), "/v1/tokens/no-id")).isEqualTo(404);
        assertThat(AuditTrail.of(server).actionsOf(one.userId()))
                .contains("token-created", "token-revoked");
    }

    @Test
    void tokenOutlivesTheLogInThatMadeIt() {
        LoggedIn one = LoggedIn.at(server);
        String secret = create(one.api(), "stays", "recipes:read", 1).json().path("token").asText();

        one.api().post("/v1/logout", "");

        assertThat(new Api(server.uri(), secret).get("/v1/recipes").status()).isEqualTo(200);
    }

    @Test
    void nothingOfWhoDeletedTheirAccountActsOrStays() {
        LoggedIn one = LoggedIn.at(server);
        Browser browser = Browser.logIn(server, one.person());
        String user = one.userId();
        String secret = create(one.api(), "left", "recipes:read", 1).json().path("token").asText();
        Api program = new Api(server.uri(), secret);
        assertThat(program.get("/v1/recipes").status()).isEqualTo(200);

        int deleted =
                one.api()
                        .send(
                                "DELETE",
                                "/v1/users/me",
                                BodyPublishers.ofString(
                                        "{\"password\":\"%s\"}".formatted(one.person().password())))
                        .status();

        assertThat(deleted).isEqualTo(204);
        assertThat(program.get("/v1/recipes").status()).isEqualTo(401);
        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(401);
        assertThat(browser.get("/v1/recipes").status()).isEqualTo(401);
        assertThat(
                        new Api(server.uri(), "")
                                .post("/v1/tokens/refresh", LoggedIn.refresh(one.refreshToken()))
                                .status())
                .isEqualTo(401);
        assertThat(row(AccountsTable.tokenKey(AccessToken.hash(secret)))).isFalse();
        assertThat(row(AccountsTable.userKey(new UserId(user), "personal-tokens"))).isFalse();
    }

    private boolean row(Map<String, AttributeValue> key) {
        return server.dynamoDb()
                .getItem(get -> get.tableName(AccountsTable.NAME).key(key))
                .hasItem();
    }

    @Test
    void newPasswordEndsEveryLogInAndToken() {
        LoggedIn one = LoggedIn.at(server);
        Browser browser = Browser.logIn(server, one.person());
        String secret = create(one.api(), "old", "recipes:read", 1).json().path("token").asText();
        String anew = "an altogether different secret";

        int changed =
                one.api()
                        .put(
                                "/v1/users/me/password",
                                ProtocolJson.write(
                                        Map.of(
                                                "password",
                                                one.person().password(),
                                                "newPassword",
                                                anew)))
                        .status();

        assertThat(changed).isEqualTo(204);
        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(401);
        assertThat(browser.get("/v1/recipes").status()).isEqualTo(401);
        assertThat(new Api(server.uri(), secret).get("/v1/recipes").status()).isEqualTo(401);
        assertThat(
                        new Api(server.uri(), "")
                                .post("/v1/tokens/refresh", LoggedIn.refresh(one.refreshToken()))
                                .status())
                .isEqualTo(401);
        LoggedIn again = LoggedIn.again(server, one.person().withPassword(anew));
        assertThat(again.api().get("/v1/recipes").status()).isEqualTo(200);
        assertThat(again.api().get("/v1/tokens").json().path("items")).isEmpty();
        JsonNode logIns = again.api().get("/v1/sessions").json().path("items");
        assertThat(logIns.findValuesAsText("current")).containsExactly("true");
    }

    @Test
    void expiredTokenMakesRoomForAnother() {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer timed =
                RunningServer.start(Map.of("makeline.tokens.most-personal", 1), clock)) {
            LoggedIn one = LoggedIn.at(timed);
            Api.Answer first = create(one.api(), "first", "recipes:read", 1);
            assertThat(create(one.api(), "second", "recipes:read", 1).status()).isEqualTo(409);

            clock.set(Duration.ofDays(1));

            LoggedIn again = LoggedIn.again(timed, one.person());
            assertThat(
                            new Api(timed.uri(), first.json().path("token").asText())
                                    .get("/v1/recipes")
                                    .status())
                    .isEqualTo(401);
            assertThat(create(again.api(), "second", "recipes:read", 1).status()).isEqualTo(201);
        }
    }

    @Test
    void boundHoldsHoweverManyAskAtOnce() {
        try (RunningServer strict =
                RunningServer.start(Map.of("makeline.tokens.most-personal", 3))) {
            LoggedIn one = LoggedIn.at(strict);
            List<Integer> statuses;
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> answers =
                        IntStream.range(0, 16)
                                .mapToObj(i ->
                                        clients.submit(() ->
                                                create(one.api(), "t" + i, "recipes:read", 1)
                                                        .status()))
                                .toList();
                statuses = answers.stream().map(PersonalTokenTest::get).toList();
            }

            assertThat(statuses).containsOnly(201, 409);
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(3);
            assertThat(items(one)).hasSize(3);
        }
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode items(LoggedIn one) {
        return one.api().get("/v1/tokens").json().path("items");
    }

    private static Instant instant(JsonNode item, String name) {
        return Instant.parse(item.path(name).asText());
    }

    private static Api.Answer create(Api api, String name, String scope, int days) {
        return post(
                api,
                "{\"name\":\"%s\",\"scopes\":[\"%s\"],\"expiresInDays\":%d}"
                        .formatted(name, scope, days));
    }

    private static Api.Answer post(Api api, String body) {
        return api.post("/v1/tokens", body);
    }

    private static int delete(Api api, String path) {
        return api.send("DELETE", path, BodyPublishers.noBody()).status();
    }
}
