package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DocumentFormsTest {

    private static final String LINKED_DATA =
            """
            {"@context": "https://schema.org", "@type": "Recipe", "name": "Nettle soup",
             "url": "https://recipes.example/nettle-soup-%d", "recipeYield": "4 bowls",
             "recipeIngredient": ["200 g nettles", "salt to taste"],
             "recipeInstructions": [{"@type": "HowToStep", "text": "Boil &amp; blend."}]}
            """;

    private final Api api = RunningServer.shared().api();
    private final long number = RunningServer.newRecipeId();

    @Test
    void linkedDataIsTakenAsARecipe() {
        Api.Answer added =
                api.post(
                        "/v1/recipes",
                        LINKED_DATA.formatted(number),
                        "Content-Type",
                        "application/ld+json");

        assertNettleSoup(added);
    }

    @Test
    void savedPageIsTakenAsARecipe() {
        String page =
                "<!doctype html><title>Soup</title><script type=\"application/ld+json\">%s</script>"
                        .formatted(LINKED_DATA.formatted(number));

        Api.Answer added = api.post("/v1/recipes", page, "Content-Type", "text/html");

        assertNettleSoup(added);
    }

    @Test
    void makeWrittenInMarkdownIsComparedWithItsRecipe() {
        long recipeId =
                api.post("/v1/recipes", LINKED_DATA.formatted(number))
                        .json()
                        .path("recipeId")
                        .asLong();

        Api.Answer make =
                api.post(
                        "/v1/recipes/" + recipeId + "/makes",
                        """
                        # Nettle soup

                        ## Ingredients
                        - 300 g nettles
                        - salt to taste

                        ## Directions
                        1. Boil & blend.
                        """,
                        "Content-Type",
                        "text/markdown; charset=utf-8");

        assertThat(make.status()).isEqualTo(200);
        assertThat(make.json().at("/ingredients/0/quantity").intValue()).isEqualTo(300);
    }

    private void assertNettleSoup(Api.Answer added) {
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        JsonNode recipe = added.json();
        assertThat(recipe.path("recipeName").asText()).isEqualTo("Nettle soup");
        assertThat(recipe.path("servings").intValue()).isEqualTo(4);
        assertThat(recipe.at("/ingredients/0/measurement").asText()).isEqualTo("gram");
        assertThat(recipe.at("/ingredients/1/original").asText()).isEqualTo("salt to taste");
        assertThat(recipe.at("/steps/0/stepText").asText()).isEqualTo("Boil & blend.");
        assertThat(api.get("/v1/recipes/" + recipe.path("recipeId").asLong()).json())
                .isEqualTo(recipe);
    }
}
