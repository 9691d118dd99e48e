package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.protocol.Scope;
import dev.makeline.server.insight.RecentMake;
import dev.makeline.server.insight.RecentMakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class RecentMakesTest {

    private final AtomicReference<Instant> clock =
            new AtomicReference<>(Instant.parse("2031-03-01T12:00:00Z"));

    @Test
    void makesOfAllRecipesAreListedTheNewestFirstWithWhatWasDoneDifferently() {
        try (RunningServer server = RunningServer.start(Map.of(), clock::get)) {
            RecentMakes recent = server.bean(RecentMakes.class);
            long one = recipe(server);
            long other = recipe(server);
            make(server, one, Documents.pie(one));
            clock.set(Instant.parse("2031-03-02T23:59:59.900Z"));
            make(server, other, Documents.pieWithPears(other));
            clock.set(Instant.parse("2031-03-03T00:00:01Z"));
            long last = make(server, one, Documents.pie(one));

            List<RecentMake> found = recent.last(Duration.ofDays(7), 10);

            assertThat(found).extracting(RecentMake::recipeId).containsExactly(one, other, one);
            assertThat(found.getFirst().makeId()).isEqualTo(last);
            RecentMake deviating = found.get(1);
            assertThat(deviating.recipeName()).isEqualTo("Apple Pie");
            assertThat(deviating.outcome()).isEqualTo("deviating");
            assertThat(deviating.headline())
                    .isEqualTo("1 difference: apples were replaced by pears, same amount.");
            assertThat(deviating.deviationScore()).isPositive();
            assertThat(deviating.criticalCount()).isZero();
            assertThat(recent.last(Duration.ofDays(1), 10)).hasSize(2);
            assertThat(recent.last(Duration.ofDays(7), 2)).isEqualTo(found.subList(0, 2));
        }
    }

    @Test
    void wordsOfADocumentThatTellWhoAndWhenAreClipped() {
        RunningServer server = RunningServer.shared();
        RecentMakes recent = server.bean(RecentMakes.class);
        long recipeId = recipe(server);
        String said = "🍎 and pears ".repeat(500);

        long makeId =
                make(
                        server,
                        recipeId,
                        Documents.pie(recipeId)
                                .replace(
                                        "\"rating\": 5.0",
                                        "\"rating\": 5.0, \"madeBy\": \"%s\", \"madeAt\": \"%s\""
                                                .formatted(said, said)));

        await().untilAsserted(() -> {
            RecentMake found =
                    recent.last(Duration.ofDays(1), 100).stream()
                            .filter(make -> make.makeId() == makeId)
                            .findFirst()
                            .orElseThrow();
            for (String text :
                    List.of(found.madeBy().orElseThrow(), found.madeAt().orElseThrow())) {
                assertThat(text).hasSizeLessThanOrEqualTo(200).startsWith("🍎 and").endsWith("…");
            }
        });
    }

    @Test
    void openMakesAreListedCriticalOnesFirstUntilTheyAreSignedOff() {
        clock.set(Instant.parse("2031-05-01T12:00:00Z"));
        try (RunningServer server = RunningServer.start(Map.of(), clock::get)) {
            RecentMakes recent = server.bean(RecentMakes.class);
            long recipeId = RunningServer.newRecipeId();
            String pie =
                    Documents.pie(recipeId)
                            .replace(
                                    "\"rating\": 5.0",
                                    "\"rating\": 5.0, \"tolerances\": {\"quantityPercent\": {\"within\": 5, \"critical\": 50}}");
            assertThat(server.api().post("/v1/recipes", pie).status()).isEqualTo(200);
            long critical =
                    make(
                            server,
                            recipeId,
                            Documents.pie(recipeId)
                                    .replace("\"quantity\": 5,", "\"quantity\": 50,"));
            clock.set(Instant.parse("2031-06-20T12:00:00Z"));
            long deviating = make(server, recipeId, Documents.pieWithPears(recipeId));
            make(server, recipeId, Documents.pie(recipeId));

            Duration time = Duration.ofDays(90);
            assertThat(recent.open(time, 10))
                    .extracting(RecentMake::makeId)
                    .containsExactly(critical, deviating);
            assertThat(recent.open(time, 1)).hasSize(1);
            assertThat(recent.open(Duration.ofDays(7), 10)).hasSize(1);
            String path = "/v1/recipes/%d/makes/%d/sign-off".formatted(recipeId, critical);
            assertThat(server.api().post(path, "{\"reason\":\"For a wedding.\"}").status())
                    .isEqualTo(200);
            assertThat(recent.open(time, 10))
                    .extracting(RecentMake::makeId)
                    .containsExactly(deviating);
            assertThat(recent.last(time, 10).getLast().signedOff().orElseThrow().reason())
                    .isEqualTo("For a wedding.");
        }
    }

    @Test
    void makesThatAnEarlierVersionKeptAreListedAfterARebuild() {
        clock.set(Instant.parse("2031-09-01T12:00:00Z"));
        try (RunningServer server = RunningServer.start(Map.of(), clock::get)) {
            RecentMakes recent = server.bean(RecentMakes.class);
            long recipeId = recipe(server);
            long exact = make(server, recipeId, Documents.pie(recipeId));
            long open = make(server, recipeId, Documents.pieWithPears(recipeId));
            long signed = make(server, recipeId, Documents.pieWithPears(recipeId));
            String path = "/v1/recipes/%d/makes/%d/sign-off".formatted(recipeId, signed);
            server.api().post(path, "{\"reason\":\"For a wedding.\"}");
            List<RecentMake> listed = recent.last(Duration.ofDays(1), 10);
            List.of(exact, open, signed)
                    .forEach(makeId -> asAnEarlierVersion(server, recipeId, makeId));
            assertThat(recent.last(Duration.ofDays(1), 10)).isEmpty();
            assertThat(recent.open(Duration.ofDays(1), 10)).isEmpty();

            Api admin = new Api(server.uri(), server.token(Scope.ADMIN));
            String rebuild = "/v1/recipes/%d/insights/rebuild".formatted(recipeId);

            assertThat(admin.post(rebuild, "").json().path("listed").intValue()).isEqualTo(3);
            assertThat(recent.last(Duration.ofDays(1), 10)).hasSize(3).isEqualTo(listed);
            assertThat(recent.open(Duration.ofDays(1), 10))
                    .extracting(RecentMake::makeId)
                    .containsExactly(open);
            assertThat(admin.post(rebuild, "").json().path("listed").intValue()).isZero();
        }
    }

    private static void asAnEarlierVersion(RunningServer server, long recipeId, long makeId) {
        server.bean(DynamoDbClient.class)
                .updateItem(update ->
                        update.tableName(RecipesTable.NAME)
                                .key(RecipesTable.key(recipeId, RecipesTable.makePart(makeId)))
                                .updateExpression(
                                        "REMOVE keptMonth, keptOrder, openShard, recipeName, signedOffBy, signedOffName, signOffReason, notCountedShard"));
    }

    @Test
    void positionThatNoMakeCanHaveReadsNoMoreThanTheTimeAskedFor() {
        RecentMakes recent = RunningServer.shared().bean(RecentMakes.class);
        RecentMakes.Position farAhead =
                RecentMakes.Position.parse("999999999999999-1-1").orElseThrow();

        assertThatCode(() ->
                        CompletableFuture.supplyAsync(
                                        () -> recent.before(farAhead, Duration.ofDays(1), 10))
                                .orTimeout(20, TimeUnit.SECONDS)
                                .join())
                .doesNotThrowAnyException();
        assertThat(recent.before(longAgo(), Duration.ofDays(1), 10)).isEmpty();
    }

    /// Of the first day that is read, and before the time asked for.
    private static RecentMakes.Position longAgo() {
        Instant at = Instant.now().minus(Duration.ofDays(1)).minusSeconds(60);
        return new RecentMakes.Position(at, 1, 1);
    }

    @Test
    void makeIsSeenAsSoonAsItIsKept() {
        RunningServer server = RunningServer.shared();
        RecentMakes recent = server.bean(RecentMakes.class);
        long recipeId = recipe(server);

        long makeId = make(server, recipeId, Documents.pie(recipeId));

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(recent.last(Duration.ofDays(1), 100))
                                .extracting(RecentMake::makeId)
                                .contains(makeId));
    }

    private static long recipe(RunningServer server) {
        long recipeId = RunningServer.newRecipeId();
        assertThat(server.api().post("/v1/recipes", Documents.pie(recipeId)).status())
                .isEqualTo(200);
        return recipeId;
    }

    private static long make(RunningServer server, long recipeId, String document) {
        return server.api()
                .post("/v1/recipes/" + recipeId + "/makes", document)
                .json()
                .path("makeId")
                .longValue();
    }
}
