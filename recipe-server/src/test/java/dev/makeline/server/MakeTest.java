package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.RecipesTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MakeTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final long recipeId = RunningServer.newRecipeId();
    private final String makes = "/v1/recipes/" + recipeId + "/makes";

    @BeforeEach
    void recipe() {
        assertThat(api.post("/v1/recipes", Documents.pie(recipeId)).status()).isEqualTo(200);
    }

    @Test
    void makeIsKeptWithItsComparison() {
        Api.Answer made =
                api.post(
                        makes,
                        Documents.pieWithPears(recipeId),
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        long makeId = made.json().path("makeId").longValue();
        assertThat(made.status()).isEqualTo(200);
        assertThat(makeId).isBetween(1L, (1L << 53) - 1);
        assertThat(made.header("Location")).contains(makes + "/" + makeId);
        JsonNode kept = api.get(makes + "/" + makeId).json();
        assertThat(kept).isEqualTo(made.json());
        assertThat(kept.path("revision").intValue()).isEqualTo(1);
        assertThat(kept.path("recordedAt").textValue()).endsWith("Z");
        assertThat(kept.path("traceId").textValue()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        JsonNode compared = api.get(makes + "/" + makeId + "/differences").json();
        assertThat(compared.path("comparison").path("outcome").textValue()).isEqualTo("deviating");
        assertThat(compared.path("comparison").path("revision").intValue()).isEqualTo(1);
        assertThat(compared.path("comparison").path("headline").textValue())
                .isEqualTo("1 difference: apples were replaced by pears, same amount.");
        assertThat(compared.path("differences")).hasSize(1);
        JsonNode difference = compared.path("differences").get(0);
        assertThat(difference.path("kind").textValue()).isEqualTo("ingredient-substituted");
        assertThat(difference.path("sentence").textValue())
                .isEqualTo("Apples were replaced by pears, same amount.");
        assertThat(difference.path("makeId").longValue()).isEqualTo(makeId);
        assertThat(difference.path("recipeId").longValue()).isEqualTo(recipeId);
    }

    @Test
    void summaryOfTheComparisonIsKeptWithTheMake() {
        String location =
                api.post(makes, Documents.pieWithPears(recipeId)).header("Location").orElseThrow();

        JsonNode answer = api.get(location + "/differences").json();
        JsonNode summary = answer.path("summary");
        assertThat(summary.path("outcome").textValue()).isEqualTo("deviating");
        assertThat(summary.path("headline")).isEqualTo(answer.at("/comparison/headline"));
        assertThat(summary.path("deviationScore").intValue()).isBetween(1, 100);
        assertThat(summary.path("differenceCount").intValue()).isEqualTo(1);
        assertThat(summary.path("deviationCount").intValue()).isEqualTo(1);
        assertThat(summary.path("withinToleranceCount").intValue()).isZero();
        assertThat(summary.path("criticalCount").intValue()).isZero();
        assertThat(summary.path("told").isArray()).isTrue();
        JsonNode difference = answer.path("differences").get(0);
        assertThat(difference.path("judgement").textValue()).isEqualTo("deviation");
        assertThat(difference.at("/places/make/0").textValue()).isEqualTo("/ingredients/1");
        JsonNode item = api.get(makes).json().path("items").get(0);
        assertThat(item.path("deviationScore")).isEqualTo(summary.path("deviationScore"));
        assertThat(item.path("criticalCount").intValue()).isZero();
        assertThat(item.has("criticalCount")).isTrue();
    }

    @Test
    void makeThatWasKeptWithoutItsSummaryIsStillRead() {
        JsonNode made = api.post(makes, Documents.pieWithPears(recipeId)).json();
        long makeId = made.path("makeId").longValue();
        server.dynamoDb()
                .updateItem(update ->
                        update.tableName(RecipesTable.NAME)
                                .key(RecipesTable.key(recipeId, RecipesTable.makePart(makeId)))
                                .updateExpression("REMOVE summary, deviationScore, criticalCount"));

        JsonNode answer = api.get(makes + "/" + makeId + "/differences").json();

        JsonNode summary = answer.path("summary");
        assertThat(summary.path("headline")).isEqualTo(answer.at("/comparison/headline"));
        assertThat(summary.path("outcome").textValue()).isEqualTo("deviating");
        assertThat(summary.path("differenceCount").intValue()).isEqualTo(1);
        assertThat(summary.has("deviationScore")).isFalse();
        assertThat(answer.path("differences")).hasSize(1);
        JsonNode item = api.get(makes).json().path("items").get(0);
        assertThat(item.path("differenceCount").intValue()).isEqualTo(1);
        assertThat(item.has("deviationScore")).isFalse();
    }

    @Test
    void doubledMakeHasNoDifferenceButABatchFactor() {
        String doubled =
                Documents.pie(recipeId)
                        .replace("\"quantity\": 1", "\"quantity\": 2")
                        .replace("\"quantity\": 5", "\"quantity\": 10")
                        .replace("\"quantity\": 0.5", "\"quantity\": 1");

        String location = api.post(makes, doubled).header("Location").orElseThrow();

        JsonNode compared = api.get(location + "/differences").json();
        assertThat(compared.path("differences")).isEmpty();
        assertThat(compared.path("comparison").path("outcome").textValue()).isEqualTo("equivalent");
        assertThat(compared.path("comparison").path("batchFactor").intValue()).isEqualTo(2);
    }

    @Test
    void makeStaysComparedWithTheRevisionOfItsTime() {
        String location = api.post(makes, Documents.pie(recipeId)).header("Location").orElseThrow();

        api.put("/v1/recipes", Documents.pieWithPears(recipeId));
        Api.Answer later = api.post(makes, Documents.pie(recipeId));

        JsonNode first = api.get(location + "/differences").json().path("comparison");
        assertThat(first.path("outcome").textValue()).isEqualTo("exact");
        assertThat(first.path("revision").intValue()).isEqualTo(1);
        assertThat(later.json().path("revision").intValue()).isEqualTo(2);
    }

    @Test
    void pathNamesTheRecipeOfAMakeThatNamesNone() {
        String document = Documents.pie(recipeId).replace("\"recipeId\": " + recipeId + ",", "");

        Api.Answer made = api.post(makes, document);

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().path("recipeId").longValue()).isEqualTo(recipeId);
    }

    @Test
    void makeOfAnotherRecipeThanThePathSaysIsRefused() {
        Api.Answer answer = api.post(makes, Documents.pie(recipeId + 1_000_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("type").textValue())
                .isEqualTo("/problems/recipe-id-mismatch");
    }

    @Test
    void makeOfAnUnknownRecipeIsNotFound() {
        long unknown = RunningServer.newRecipeId();

        Api.Answer made = api.post("/v1/recipes/" + unknown + "/makes", Documents.pie(unknown));

        assertThat(made.status()).isEqualTo(404);
        assertThat(api.get("/v1/recipes/" + unknown + "/makes").status()).isEqualTo(404);
        assertThat(api.get(makes + "/1").json().path("type").textValue())
                .isEqualTo("/problems/make-not-found");
        assertThat(api.get(makes + "/1/differences").status()).isEqualTo(404);
    }

    @Test
    void ownIdOfAMakeIsHonouredWhenItIsFree() {
        String document =
                Documents.pie(recipeId)
                        .replace("\"rating\": 5.0", "\"rating\": 5.0, \"makeId\": 41");

        long first = api.post(makes, document).json().path("makeId").longValue();
        long second = api.post(makes, document).json().path("makeId").longValue();

        assertThat(first).isEqualTo(41);
        assertThat(second).isNotEqualTo(41);
        assertThat(api.get(makes + "/" + second).json().path("makeId").longValue())
                .isEqualTo(second);
    }

    @Test
    void answeredMakeMayBeSentAgainAsAnotherMake() {
        String location =
                api.post(makes, Documents.pieWithPears(recipeId)).header("Location").orElseThrow();
        String answered = api.get(location + "/differences").body();

        Api.Answer again = api.post(makes, answered);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Location")).isPresent().isNotEqualTo(Optional.of(location));
    }

    @Test
    void listShowsTheNewestFirstAndGoesOnWhereItsCursorSays() {
        for (int i = 1; i <= 5; i++) {
            api.post(
                    makes,
                    Documents.pie(recipeId)
                            .replace(
                                    "\"rating\": 5.0",
                                    "\"rating\": %d, \"makeId\": %d, \"madeBy\": \"Ada\", \"madeAt\": \"2026-11-20\""
                                            .formatted(i, i)));
        }

        List<Long> listed = new ArrayList<>();
        String next = makes + "?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = api.get(next).json();
            page.path("items").forEach(item -> listed.add(item.path("makeId").longValue()));
            String cursor = page.path("nextCursor").asText("");
            next = cursor.isEmpty() ? "" : makes + "?limit=2&cursor=" + cursor;
        }

        assertThat(listed).containsExactly(5L, 4L, 3L, 2L, 1L);
        JsonNode item = api.get(makes + "?limit=1").json().path("items").get(0);
        assertThat(item.path("madeBy").textValue()).isEqualTo("Ada");
        assertThat(item.path("madeAt").textValue()).isEqualTo("2026-11-20");
        assertThat(item.path("outcome").textValue()).isEqualTo("exact");
        assertThat(item.path("differenceCount").intValue()).isZero();
        assertThat(item.path("headline").textValue()).isNotBlank();
    }

    @Test
    void makeThatNoRowHoldsIsTooLarge() {
        Api.Answer answer = api.post(makes, Documents.large(recipeId, 500));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("detail").textValue()).contains("400 KB");
        assertThat(api.get(makes).json().path("items")).isEmpty();
        assertThat(api.post(makes, Documents.large(recipeId, 350)).status()).isEqualTo(200);
    }
}
