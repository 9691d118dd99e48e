package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.Heartbeat;
import dev.makeline.protocol.Heartbeats;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class TodayPageTest {

    private final RunningServer server = RunningServer.shared();

    private static String newsOf(Document page) {
        return page.expectFirst("#news").attr("hx-get");
    }

    @Test
    void newMakeIsOnAnOpenPageWithinASecondAndTheWeightiestStandFirst() {
        PageReader reader = PageReader.signedIn(server);
        long recipeId = RunningServer.newRecipeId();
        server.api().post("/v1/recipes", Documents.pie(recipeId));
        String news = newsOf(reader.page("/"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> reader.get(newsOf(reader.page("/"))).status() == 204);

        server.api().post("/v1/recipes/" + recipeId + "/makes", Documents.pieWithPears(recipeId));

        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    Api.Answer answer = reader.get(news, "HX-Request", "true");
                    assertThat(answer.status()).isEqualTo(200);
                    Document part = PageReader.read(answer);
                    assertThat(part.select("nav")).isEmpty();
                    assertThat(
                                    part.select("section[aria-labelledby=exceptions] a")
                                            .eachAttr("href"))
                            .anyMatch(href -> href.startsWith("/recipes/%d/".formatted(recipeId)));
                });
        assertThat(reader.page("/").select("section[aria-labelledby=exceptions]").text())
                .contains("apples were replaced by pears");
    }

    @Test
    void signedOffMakeAsksForNobodyAnyMore() {
        PageReader reader = PageReader.signedIn(server);
        long recipeId = RunningServer.newRecipeId();
        server.api().post("/v1/recipes", Documents.pie(recipeId));
        long makeId =
                server.api()
                        .post(
                                "/v1/recipes/" + recipeId + "/makes",
                                Documents.pieWithPears(recipeId))
                        .json()
                        .path("makeId")
                        .longValue();
        String path = "/recipes/%d/makes/%d".formatted(recipeId, makeId);
        reader.send(
                reader.page(path).expectFirst("form[action$=/sign-off]"),
                "reason",
                "Out of apples");

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> {
                    Document page = reader.page("/");
                    assertThat(
                                    page.select(
                                            "section[aria-labelledby=exceptions] a[href="
                                                    + path
                                                    + "]"))
                            .isEmpty();
                    assertThat(page.select("section[aria-labelledby=fine] a[href=" + path + "]"))
                            .isEmpty();
                    assertThat(
                                    page.select(
                                                    "section[aria-labelledby=signed-off] li:has(a[href="
                                                            + path
                                                            + "])")
                                            .text())
                            .contains("Signed off", "Deviating:", "Ada Example: Out of apples");
                });
    }

    @Test
    void openPageKeepsNoSessionFromEnding() {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now());
        try (RunningServer own =
                RunningServer.start(Map.of("makeline.access.known-for", "0s"), clock::get)) {
            PageReader reader = PageReader.signedIn(own);
            String news = newsOf(reader.page("/"));
            for (int minutes = 0; minutes < 40; minutes += 10) {
                clock.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
                reader.get(news, "HX-Request", "true");
            }

            Api.Answer answer = reader.get(news, "HX-Request", "true", "HX-Current-URL", "/");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("HX-Redirect")).contains("/sign-in");
        }
    }

    @Test
    void makesBeforeTheNewestHundredAreOnEarlierPagesButWhatIsToLookAtStandsFirst() {
        AtomicReference<Instant> clock =
                new AtomicReference<>(Instant.parse("2021-05-01T12:00:00Z"));
        try (RunningServer own = RunningServer.start(Map.of(), clock::get)) {
            PageReader reader = PageReader.signedIn(own);
            long recipeId = RunningServer.newRecipeId();
            own.api().post("/v1/recipes", Documents.pie(recipeId));
            String makes = "/v1/recipes/" + recipeId + "/makes";
            own.api().post(makes, Documents.pieWithPears(recipeId));
            clock.set(Instant.parse("2021-05-01T12:00:01Z"));
            for (int i = 0; i < 101; i++) {
                own.api().post(makes, Documents.pie(recipeId));
            }

            Document newest = reader.page("/");
            Document earlier = reader.page(newest.expectFirst("a[rel=next]").attr("href"));

            assertThat(newest.select("section[aria-labelledby=fine] li")).hasSize(100);
            assertThat(newest.select("section[aria-labelledby=exceptions] li")).hasSize(1);
            assertThat(earlier.select("section[aria-labelledby=exceptions] li")).hasSize(1);
            assertThat(earlier.select("section[aria-labelledby=fine] li")).hasSize(1);
            assertThat(earlier.select("a[rel=next]")).isEmpty();
            assertThat(earlier.expectFirst("#news").hasAttr("hx-get")).isFalse();
            assertThat(earlier.expectFirst("#earlier-makes").text()).contains("Back to the newest");
            assertThat(reader.get("/?before=1-2").status()).isEqualTo(400);
        }
    }

    @Test
    void serviceThatIsNotWellIsToldOfBesideWhatItKeepsWaiting() {
        PageReader reader = PageReader.signedIn(server);
        Instant now = Instant.now();
        Heartbeat heartbeat =
                new Heartbeat(
                        "watcher-service",
                        "troubled-" + UUID.randomUUID(),
                        "0.1",
                        now.minusSeconds(60),
                        now,
                        Optional.of("It does not reach <s3>."));
        Heartbeats heartbeats = new Heartbeats(server.dynamoDb());
        heartbeats.put(heartbeat, Duration.ofMinutes(15));
        try {
            await().untilAsserted(() ->
                    assertThat(reader.page("/").select("#troubles li").eachText())
                            .contains("watcher-service: It does not reach <s3>."));
            assertThat(reader.page("/").select("#quiet")).isEmpty();
        } finally {
            heartbeats.remove(heartbeat);
        }

        await().untilAsserted(() ->
                assertThat(reader.page("/").select("#troubles").text())
                        .doesNotContain("It does not reach <s3>."));
    }

    @Test
    void sampleIsLoadedOnceHoweverOftenItIsAskedFor() {
        PageReader reader = PageReader.signedIn(server);
        Api.Answer first = reader.post("/sample", "_csrf", reader.browser().csrfToken());
        reader.post("/sample", "_csrf", reader.browser().csrfToken());
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (RunningServer other = RunningServer.start(Map.of(), () -> yesterday)) {
            PageReader again = PageReader.signedIn(other);
            again.post("/sample", "_csrf", again.browser().csrfToken());
        }

        assertThat(first.header("Location")).contains("/recipes/900001");
        Document page = reader.page("/recipes/900001");
        assertThat(page.select("input[name=make]")).hasSize(3);
        assertThat(page.select(".status-critical")).isNotEmpty();
    }
}
