package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.AccessToken;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final String TOKEN_BODY =
            "{\"name\":\"mine\",\"scopes\":[\"recipes:read\"],\"expiresInDays\":1}";

    private final RunningServer server = RunningServer.shared();
    private final Api anonymous = new Api(server.uri(), "");

    @Test
    void cookieIsOutOfReachOfScriptsAndOtherSites() {
        Person person = Person.any();
        anonymous.post("/v1/users", person.json());

        Api.Answer answer = anonymous.post("/v1/sessions", LoggedIn.credentials(person));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        List<String> cookies = answer.response().headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(1);
        List<String> parts = Arrays.stream(cookies.getFirst().split("; ")).toList();
        assertThat(parts.getFirst()).startsWith("__Host-makeline=" + AccessToken.PREFIX);
        assertThat(parts)
                .contains("Secure", "Path=/", "SameSite=Lax")
                .anySatisfy(part -> assertThat(part).isEqualToIgnoringCase("HttpOnly"))
                .noneSatisfy(part -> assertThat(part).startsWithIgnoringCase("Domain"))
                .noneSatisfy(part -> assertThat(part).startsWithIgnoringCase("Max-Age"));
        assertThat(answer.body()).doesNotContain(AccessToken.PREFIX);
    }

    @Test
    void everyLogInHasASessionOfItsOwnAndEndsTheOneOfItsCookie() {
        Person person = Person.any();
        anonymous.post("/v1/users", person.json());
        Browser first = Browser.logIn(server, person);

        Api.Answer again =
                first.send(
                        "POST",
                        "/v1/sessions",
                        LoggedIn.credentials(person),
                        "Sec-Fetch-Site",
                        "same-origin");

        assertThat(again.status()).isEqualTo(201);
        assertThat(Browser.cookieOf(again)).isNotEqualTo(first.cookie());
        assertThat(first.get("/v1/recipes").status()).isEqualTo(401);
    }

    @Test
    void sessionTellsWhoIAmAndItsToken() {
        Browser browser = Browser.of(server);

        Api.Answer answer = browser.get("/v1/sessions/current");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode me = answer.json();
        assertThat(me.path("csrfToken").asText()).isEqualTo(browser.csrfToken());
        assertThat(me.path("role").asText()).isEqualTo("user");
        assertThat(browser.get("/v1/recipes").status()).isEqualTo(200);
    }

    @Test
    void changesArePassedFromPagesOfThisSiteWithTheTokenAlone() {
        Browser browser = Browser.of(server);
        Browser other = Browser.of(server);
        String own = "http://" + server.uri().getAuthority();
        String token = browser.csrfToken();

        assertThat(post(browser)).as("nothing").isEqualTo(403);
        assertThat(post(browser, "Sec-Fetch-Site", "same-origin")).as("no token").isEqualTo(403);
        assertThat(post(browser, "X-CSRF-Token", token)).as("no origin").isEqualTo(403);
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertThat(post(browser, "X-CSRF-Token", token, "Sec-Fetch-Site", site))
                    .as(site)
                    .isEqualTo(403);
        }
        for (String origin :
                List.of("https://evil.example", "null", own + ".evil.example", own + "0")) {
            assertThat(post(browser, "X-CSRF-Token", token, "Origin", origin))
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(
                        post(
                                browser,
                                "X-CSRF-Token",
                                other.csrfToken(),
                                "Sec-Fetch-Site",
                                "same-origin"))
                .as("another session's token")
                .isEqualTo(403);
        assertThat(post(browser, "X-CSRF-Token", token, "Sec-Fetch-Site", "same-origin"))
                .isEqualTo(201);
        assertThat(post(browser, "X-CSRF-Token", token, "Origin", own)).isEqualTo(201);
    }

    private static int post(Browser browser, String... headers) {
        return browser.send("POST", "/v1/tokens", TOKEN_BODY, headers).status();
    }

    @Test
    void everyMethodThatChangesSomethingWantsTheProof() {
        Browser browser = Browser.of(server);

        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            for (String path :
                    List.of("/v1/recipes", "/v1/sessions", "/v1/logout", "/v1/nothing")) {
                if (method.equals("POST") && path.equals("/v1/sessions")) {
                    continue;
                }
                assertThat(
                                browser.send(method, path, "{}", "Sec-Fetch-Site", "cross-site")
                                        .status())
                        .as("%s %s", method, path)
                        .isEqualTo(403);
            }
        }
        assertThat(browser.get("/v1/recipes", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(200);
    }

    @Test
    void jsonUnderAnotherNameIsRefused() {
        Browser browser = Browser.of(server);

        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            Api.Answer answer =
                    browser.send(
                            "POST",
                            "/v1/tokens",
                            TOKEN_BODY,
                            "Content-Type",
                            type,
                            "X-CSRF-Token",
                            browser.csrfToken(),
                            "Sec-Fetch-Site",
                            "same-origin");

            assertThat(answer.status()).as(type).isEqualTo(415);
        }
    }

    @Test
    void formIsTakenWithTheTokenAsAFieldAndReachesItsRouteWhole() {
        try (RunningServer withForm = RunningServer.start(Map.of("test.form", true))) {
            Browser browser = Browser.of(withForm);
            String form = "text=a+b&_csrf=" + browser.csrfToken();
            String type = "application/x-www-form-urlencoded";

            Api.Answer taken =
                    browser.send(
                            "POST",
                            "/form",
                            form,
                            "Content-Type",
                            type,
                            "Sec-Fetch-Site",
                            "same-origin");
            int foreign =
                    browser.send(
                                    "POST",
                                    "/form",
                                    form,
                                    "Content-Type",
                                    type,
                                    "Sec-Fetch-Site",
                                    "cross-site")
                            .status();
            int tampered =
                    browser.send(
                                    "POST",
                                    "/form",
                                    "text=a&_csrf=x&_csrf=" + browser.csrfToken(),
                                    "Content-Type",
                                    type,
                                    "Sec-Fetch-Site",
                                    "same-origin")
                            .status();

            assertThat(taken.status()).as(taken.body()).isEqualTo(200);
            assertThat(taken.body()).contains("a b");
            assertThat(foreign).isEqualTo(403);
            assertThat(tampered).isEqualTo(403);
        }
    }

    @Test
    void headerWinsOverTheCookie() {
        Browser browser = Browser.of(server);
        LoggedIn other = LoggedIn.at(server);

        Api.Answer both =
                browser.get(
                        "/v1/sessions/current", "Authorization", "Bearer " + other.api().token());
        Api.Answer wrong = browser.get("/v1/recipes", "Authorization", "Basic dGVzdDp0ZXN0");
        Api.Answer change =
                browser.send(
                        "POST",
                        "/v1/tokens",
                        TOKEN_BODY,
                        "Authorization",
                        "Bearer " + other.api().token());

        assertThat(both.json().path("username").asText()).isEqualTo(other.person().username());
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(change.status()).isEqualTo(201);
    }

    @Test
    void sessionIsGoodForNothingAtOnceAfterLogOut() {
        Browser browser = Browser.of(server);

        Api.Answer out = browser.change("POST", "/v1/logout", "");

        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie").orElseThrow())
                .startsWith("__Host-makeline=;")
                .contains("Max-Age=0", "Secure", "Path=/");
        assertThat(browser.get("/v1/recipes").status()).isEqualTo(401);
    }

    @Test
    void sessionEndsWhenItIsNotUsedAndAfterADayOfWorkAtTheLatest() {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer timed =
                RunningServer.start(Map.of("makeline.access.known-for", "0s"), clock)) {
            Browser idle = Browser.of(timed);
            Browser busy = Browser.of(timed);
            for (int hour = 0; hour < 11; hour++) {
                for (int i = 0; i < 3; i++) {
                    clock.set(Duration.ofMinutes(20));
                    awaitUse(busy);
                }
            }
            clock.set(Duration.ofMinutes(20));
            awaitUse(busy);

            assertThat(idle.get("/v1/recipes").status()).isEqualTo(401);
            clock.set(Duration.ofMinutes(20));
            awaitUse(busy);
            clock.set(Duration.ofMinutes(21));
            assertThat(busy.get("/v1/recipes").status()).isEqualTo(401);
        }
    }

    /// The last use is kept after the answer.
    private static void awaitUse(Browser browser) {
        assertThat(browser.get("/v1/recipes").status()).isEqualTo(200);
        await().pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> {
                    JsonNode session = browser.get("/v1/sessions").json().path("items").path(0);
                    assertThat(session.path("lastUsedAt").asText())
                            .isGreaterThan(session.path("since").asText());
                });
    }

    @Test
    void iSeeWhereIAmLoggedInAndEndIt() {
        Person person = Person.any();
        anonymous.post("/v1/users", person.json());
        Browser browser = Browser.logIn(server, person);
        LoggedIn program = LoggedIn.again(server, person);
        LoggedIn stranger = LoggedIn.at(server);

        JsonNode items = program.api().get("/v1/sessions").json().path("items");

        assertThat(items).hasSize(2);
        assertThat(items.findValuesAsText("kind")).containsExactly("browser", "program");
        assertThat(items.findValuesAsText("current")).containsExactly("false", "true");
        assertThat(items.path(0).path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(items.path(0).path("userAgent").asText()).startsWith("Java-http-client");
        String path = "/v1/sessions/" + items.path(0).path("id").asText();
        assertThat(delete(stranger.api(), path)).isEqualTo(404);
        assertThat(delete(program.api(), "/v1/sessions/..%2fx")).isEqualTo(404);
        assertThat(browser.get("/v1/recipes").status()).isEqualTo(200);
        assertThat(delete(program.api(), path)).isEqualTo(204);
        assertThat(browser.get("/v1/recipes").status()).isEqualTo(401);
        assertThat(delete(program.api(), path)).isEqualTo(404);
    }

    @Test
    void iEndAllMyOtherLogInsAtOnce() {
        LoggedIn one = LoggedIn.at(server);
        LoggedIn two = LoggedIn.again(server, one.person());
        Browser browser = Browser.logIn(server, one.person());

        assertThat(delete(one.api(), "/v1/sessions")).isEqualTo(204);

        assertThat(one.api().get("/v1/recipes").status()).isEqualTo(200);
        assertThat(two.api().get("/v1/recipes").status()).isEqualTo(401);
        assertThat(browser.get("/v1/recipes").status()).isEqualTo(401);
    }

    private static int delete(Api api, String path) {
        return api.send("DELETE", path, BodyPublishers.noBody()).status();
    }
}
