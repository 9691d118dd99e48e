package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final RunningServer server = RunningServer.shared();
    private final Api api = server.api();
    private final long recipeId = RunningServer.newRecipeId();
    private final String recipe = "/v1/recipes/" + recipeId;

    @BeforeEach
    void recipe() {
        assertThat(api.post("/v1/recipes", Documents.pie(recipeId)).status()).isEqualTo(200);
    }

    @Test
    void documentsOfAnyFormAreComparedAndNotKept() {
        String markdown = "# Pie\\n\\n## Ingredients\\n\\n- 2 cups flour\\n- 3 eggs\\n";
        String make =
                """
                {"recipeName": "Pie", "ingredients": [
                  {"quantity": 2, "measurement": "cup", "ingredientName": "flour"},
                  {"quantity": 4, "measurement": "", "ingredientName": "eggs"}]}\
                """;

        Api.Answer answer =
                api.post(
                        "/v1/comparisons",
                        "{\"recipe\": \"%s\", \"make\": %s}".formatted(markdown, make));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("summary").path("outcome").textValue())
                .isEqualTo("deviating");
        assertThat(answer.json().path("differences")).hasSize(1);
        assertThat(answer.json().path("differences").get(0).path("sentence").textValue())
                .isEqualTo("Eggs: 4 instead of 3.");
    }

    @Test
    void unreadableDocumentIsNamed() {
        Api.Answer answer =
                api.post(
                        "/v1/comparisons",
                        "{\"recipe\": %s, \"make\": {\"recipeName\": \"Pie\"}}"
                                .formatted(Documents.pie(recipeId)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").textValue()).startsWith("The make: ");
    }

    @Test
    void missingDocumentAndAnythingButAnObjectAreRefused() {
        assertThat(api.post("/v1/comparisons", "{}").json().path("detail").textValue())
                .startsWith("recipe is missing");
        assertThat(api.post("/v1/comparisons", "[1]").status()).isEqualTo(400);
        assertThat(api.post("/v1/comparisons", "{\"recipe\": 1, \"make\": 2}").status())
                .isEqualTo(400);
    }

    @Test
    void whatStandsTwiceIsRefused() {
        String pie = Documents.pie(recipeId);
        String twice = pie.replaceFirst("\\{", "{\"recipeName\": \"Tart\", ");

        Api.Answer inDocument =
                api.post("/v1/comparisons", "{\"recipe\": %s, \"make\": %s}".formatted(twice, pie));
        Api.Answer side =
                api.post(
                        "/v1/comparisons",
                        "{\"recipe\": %s, \"make\": %s, \"make\": %s}".formatted(pie, pie, pie));

        assertThat(inDocument.status()).isEqualTo(400);
        assertThat(inDocument.json().path("detail").textValue())
                .isEqualTo(
                        "The recipe: The field “recipeName” stands there twice; keep one of them.");
        assertThat(inDocument.json().path("place").textValue())
                .startsWith("recipe: /recipeName (line ");
        assertThat(side.status()).isEqualTo(400);
        assertThat(side.json().path("detail").textValue())
                .isEqualTo("make stands there twice; keep one of them.");
    }

    @Test
    void makeIsComparedWithAnotherRevision() {
        String location = make(Documents.pieWithPears(recipeId));
        assertThat(api.put("/v1/recipes", Documents.pieWithPears(recipeId)).status())
                .isEqualTo(200);

        JsonNode kept = api.get(location + "/differences").json();
        JsonNode second = api.get(location + "/differences?against=2").json();

        assertThat(kept.path("comparison").path("revision").intValue()).isEqualTo(1);
        assertThat(kept.path("differences")).hasSize(1);
        assertThat(second.path("comparison").path("revision").intValue()).isEqualTo(2);
        assertThat(second.path("differences")).isEmpty();
        assertThat(second.path("summary").path("outcome").textValue()).isEqualTo("exact");
        assertThat(api.get(location + "/differences?against=9").status()).isEqualTo(404);
        assertThat(api.get(location + "/differences?against=last").status()).isEqualTo(400);
    }

    @Test
    void makesStandInOneTableWithExplicitAbsences() {
        String exact = idOf(make(Documents.pie(recipeId)));
        String pears = idOf(make(Documents.pieWithPears(recipeId)));

        Api.Answer answer = api.get(recipe + "/makes:compare?makes=" + exact + "," + pears);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode table = answer.json();
        assertThat(table.path("makes").findValuesAsText("makeId")).containsExactly(exact, pears);
        assertThat(table.path("makes").findValuesAsText("outcome"))
                .containsExactly("exact", "deviating");
        assertThat(table.path("ingredients")).isNotEmpty();
        assertThat(table.path("ingredients"))
                .allSatisfy(row -> assertThat(row.path("makes")).hasSize(2));
        assertThat(table.path("ingredients").toString()).contains("ingredient-substituted");
    }

    @Test
    void tableOfUnknownRepeatedOrNoMakesIsRefused() {
        String known = idOf(make(Documents.pie(recipeId)));

        assertThat(api.get(recipe + "/makes:compare?makes=" + known + ",5").status())
                .isEqualTo(404);
        assertThat(api.get(recipe + "/makes:compare?makes=" + known + "," + known).status())
                .isEqualTo(400);
        assertThat(api.get(recipe + "/makes:compare").status()).isEqualTo(400);
        assertThat(api.get(recipe + "/makes:compare?makes=x").status()).isEqualTo(400);
        assertThat(api.get("/v1/recipes/987654321/makes:compare?makes=1").status()).isEqualTo(404);
    }

    private String make(String document) {
        return api.post(recipe + "/makes", document).header("Location").orElseThrow();
    }

    private static String idOf(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
