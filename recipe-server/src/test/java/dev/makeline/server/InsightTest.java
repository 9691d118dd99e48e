package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsightTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final long recipeId = RunningServer.newRecipeId();
    private final String insights = "/v1/recipes/" + recipeId + "/insights";

    @BeforeEach
    void recipe() {
        assertThat(api.post("/v1/recipes", Documents.pie(recipeId)).status()).isEqualTo(200);
    }

    @Test
    void makesAreInTheFiguresOfTheirRecipeSoonAfter() {
        make(Documents.pie(recipeId));
        make(Documents.pieWithPears(recipeId));
        make(Documents.pie(recipeId).replace("\"quantity\": 5", "\"quantity\": 6"));

        JsonNode figures = awaitMakes(3);

        assertThat(figures.at("/judgements/exact").intValue()).isEqualTo(1);
        assertThat(figures.at("/judgements/deviating").intValue()).isEqualTo(2);
        assertThat(figures.at("/ratings/count").intValue()).isEqualTo(3);
        assertThat(figures.path("latest")).hasSize(3);
        assertThat(figures.path("days").get(0).path("makes").intValue()).isEqualTo(3);
        JsonNode apples = figures.at("/ofRevision/ingredients/1");
        assertThat(apples.path("name").textValue()).isEqualTo("apples");
        assertThat(apples.at("/ratio/count").intValue()).isEqualTo(2);
        assertThat(apples.at("/ratio/mean").doubleValue()).isEqualTo(1.1);
        assertThat(apples.path("substituted").intValue()).isEqualTo(1);
        assertThat(apples.path("withinPercent").intValue()).isEqualTo(5);
        assertThat(apples.path("recent")).hasSize(3);
        JsonNode pears = figures.at("/ofRevision/substitutions/0");
        assertThat(pears.path("from").textValue()).isEqualTo("apples");
        assertThat(pears.path("to").textValue()).isEqualTo("pears");
        assertThat(pears.path("remark").textValue()).isEqualTo("Too few rated makes to tell.");
        assertThat(pears.has("effect")).isFalse();
    }

    @Test
    void substitutionsWhoseRatingsAreAllTheSameAreNotSaidToHaveTooFew() {
        for (int i = 0; i < 5; i++) {
            make(Documents.pie(recipeId));
            make(Documents.pieWithPears(recipeId));
        }
        assertThat(remark(10)).isEqualTo("Every make was rated the same, with it and without.");
        for (int i = 0; i < 5; i++) {
            make(
                    Documents.pieWithPears(recipeId)
                            .replace("pears", "plums")
                            .replace("\"rating\": 5.0", "\"rating\": 2.0"));
        }
        assertThat(awaitMakes(15).at("/ofRevision/substitutions").findValuesAsText("remark"))
                .contains(
                        "Rated the same every time with it, and every time without; no interval can be told.");
    }

    private String remark(int makes) {
        return awaitMakes(makes).at("/ofRevision/substitutions/0/remark").textValue();
    }

    @Test
    void repeatedMakeIsCountedOnceAndARebuildChangesNothing() {
        for (int i = 0; i < 3; i++) {
            api.post(
                    "/v1/recipes/" + recipeId + "/makes",
                    Documents.pie(recipeId),
                    "Idempotency-Key",
                    "same-" + recipeId);
        }
        make(Documents.pieWithPears(recipeId));
        JsonNode before = awaitMakes(2);

        Api.Answer rebuilt =
                new Api(server.uri(), server.token(Scope.ADMIN)).post(insights + "/rebuild", "");

        assertThat(rebuilt.json().path("makes").intValue()).isEqualTo(2);
        assertThat(api.get(insights).json()).isEqualTo(before);
    }

    /// Counted here by plain arithmetic from what was posted.
    @Test
    void figuresAreThoseOfARecountAndSoAreThoseOfARebuild() {
        Random random = new Random(11);
        Map<String, Integer> judgements = new TreeMap<>();
        List<Double> apples = new ArrayList<>();
        List<Integer> ratings = new ArrayList<>();
        int pears = 0;
        for (int i = 0; i < 60; i++) {
            int rating = 1 + random.nextInt(5);
            int used = 4 + random.nextInt(3);
            boolean substituted = random.nextInt(4) == 0;
            String document =
                    Documents.pie(recipeId)
                            .replace("\"rating\": 5.0", "\"rating\": " + rating)
                            .replace(
                                    "\"quantity\": 5,",
                                    "\"quantity\": %d,".formatted(substituted ? 5 : used));
            make(substituted ? document.replace("apples", "pears") : document);
            ratings.add(rating);
            judgements.merge(!substituted && used == 5 ? "exact" : "deviating", 1, Integer::sum);
            if (substituted) {
                pears++;
            } else {
                apples.add(used / 5.0);
            }
        }

        JsonNode figures = awaitMakes(60);

        judgements.forEach((judgement, makes) ->
                assertThat(figures.path("judgements").path(judgement).intValue())
                        .as(judgement)
                        .isEqualTo(makes));
        assertThat(figures.at("/ratings/mean").doubleValue())
                .isCloseTo(
                        ratings.stream().mapToInt(rating -> rating).average().orElseThrow(),
                        within(0.0001));
        JsonNode used = figures.at("/ofRevision/ingredients/1");
        assertThat(used.at("/ratio/count").intValue()).isEqualTo(apples.size());
        assertThat(used.at("/ratio/mean").doubleValue())
                .isCloseTo(
                        apples.stream().mapToDouble(ratio -> ratio).average().orElseThrow(),
                        within(0.0001));
        assertThat(used.path("substituted").intValue()).isEqualTo(pears);
        assertThat(figures.at("/ofRevision/substitutions/0/makes").intValue()).isEqualTo(pears);
        new Api(server.uri(), server.token(Scope.ADMIN)).post(insights + "/rebuild", "");
        assertThat(api.get(insights).json()).isEqualTo(figures);
    }

    @Test
    void figuresOfAnEarlierRevisionAreAnsweredToo() {
        make(Documents.pieWithPears(recipeId));
        awaitMakes(1);
        api.put("/v1/recipes", Documents.pieWithPears(recipeId));
        awaitRevision(2);

        JsonNode earlier = api.get(insights + "?revision=1").json();

        assertThat(earlier.path("revision").intValue()).isEqualTo(1);
        assertThat(earlier.at("/ofRevision/makes").intValue()).isEqualTo(1);
        assertThat(api.get(insights).json().at("/ofRevision/makes").intValue()).isZero();
        assertThat(api.get(insights + ".csv?revision=1", "Accept", "text/csv").body())
                .contains("substitution");
        assertThat(api.get(insights + "?revision=3").json().path("type").textValue())
                .isEqualTo("/problems/revision-not-found");
        assertThat(api.get(insights + "?revision=one").status()).isEqualTo(400);
    }

    @Test
    void figuresAreGivenToSpreadsheets() {
        api.put("/v1/recipes", Documents.pie(recipeId).replace("apples", "=2+3 apples"));
        awaitRevision(2);

        Api.Answer csv = api.get(insights + ".csv");

        assertThat(csv.header("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(csv.body())
                .startsWith("section,key,name,figure,value\r\nrecipe,,\"\",recipeId," + recipeId)
                .contains("ingredient,1,\"'=2+3 apples\",withinPercent,5\r\n");
    }

    @Test
    void unknownRecipeHasNoFigures() {
        String unknown = "/v1/recipes/" + RunningServer.newRecipeId() + "/insights";

        assertThat(api.get(unknown).json().path("type").textValue())
                .isEqualTo("/problems/recipe-not-found");
        assertThat(api.get(unknown + ".csv", "Accept", "text/csv").status()).isEqualTo(404);
    }

    private void make(String document) {
        assertThat(api.post("/v1/recipes/" + recipeId + "/makes", document).status())
                .isEqualTo(200);
    }

    private JsonNode awaitMakes(int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(api.get(insights).json().path("makes").intValue())
                                .isEqualTo(count));
        return api.get(insights).json();
    }

    private void awaitRevision(int revision) {
        await().untilAsserted(() ->
                assertThat(api.get(insights).json().path("revision").intValue())
                        .isEqualTo(revision));
    }
}
