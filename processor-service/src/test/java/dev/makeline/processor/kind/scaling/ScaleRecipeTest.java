package dev.makeline.processor.kind.scaling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.Content;
import dev.makeline.processor.kind.JobInput;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Progress;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.ProtocolJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleRecipeTest {

    private static final String PIE =
            """
            {"recipeName":"Pie","recipeId":7,"servings":4,"yield":"1 pie",
             "ingredients":[
              {"ingredientId":1,"quantity":3,"measurement":"unit","ingredientName":"apples"},
              {"ingredientId":2,"quantity":0.50,"measurement":"cup","ingredientName":"sugar"},
              {"ingredientId":3,"measurement":"","ingredientName":"salt","original":"salt to taste"}],
             "steps":[{"stepId":1,"stepText":"Bake 30 minutes with 3 apples"}]}
            """;

    private final List<String> said = new ArrayList<>();

    @Test
    void forMoreServingsAmountsAreExactAndStepsStay() throws Exception {
        JsonNode scaled = scaled(PIE, "{\"servings\":6}");

        assertThat(scaled.at("/ingredients/0/quantity").decimalValue()).isEqualByComparingTo("4.5");
        assertThat(scaled.at("/ingredients/1/quantity").decimalValue())
                .isEqualByComparingTo("0.75");
        assertThat(scaled.path("servings").decimalValue()).isEqualByComparingTo("6");
        assertThat(scaled.path("scaledBy").asText()).isEqualTo("1 1/2");
        assertThat(scaled.at("/steps/0/stepText").asText())
                .isEqualTo("Bake 30 minutes with 3 apples");
        assertThat(scaled.path("unscaled").valueStream().map(JsonNode::asText))
                .containsExactly(
                        "“salt to taste” names no amount that can be multiplied.",
                        "The yield is written “1 pie” and stays so.",
                        "The steps stay as they are: amounts, times and pans that they name are those of the recipe.");
        assertThat(said).hasSize(3);
    }

    @Test
    void aThirdIsWrittenAsADecimalAndAsTheFractionThatItIs() throws Exception {
        JsonNode scaled = scaled(PIE, "{\"servings\":3}".replace("3", "0.4"));
        JsonNode thirds =
                scaled(PIE.replace("\"servings\":4", "\"servings\":9"), "{\"servings\":6}");

        assertThat(scaled.at("/ingredients/0/quantity").decimalValue()).isEqualByComparingTo("0.3");
        assertThat(thirds.at("/ingredients/1/quantity").decimalValue())
                .isEqualByComparingTo("0.333333");
        assertThat(thirds.at("/ingredients/1/quantityExactly").asText()).isEqualTo("1/3");
    }

    @Test
    void theLinesOfAPublishedRecipeSayTheScaledAmounts() throws Exception {
        String published =
                """
                {"@context":"https://schema.org","@type":"Recipe","name":"Sauce","recipeYield":"4 servings",
                 "recipeIngredient":["1 can (14 oz) tomatoes, drained","1 1/2 cups flour","2-3 cloves garlic, minced","pepper"],
                 "recipeInstructions":"Simmer."}
                """;

        JsonNode scaled = scaled(published, "{\"factor\":2}");

        assertThat(
                        scaled.path("ingredients")
                                .valueStream()
                                .map(one -> one.path("original").asText()))
                .containsExactly(
                        "2 cans (14 ounces) tomatoes, drained",
                        "3 cups flour",
                        "4–6 cloves garlic, minced",
                        "pepper");
        assertThat(scaled.path("servings").decimalValue()).isEqualByComparingTo("8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                             | {"factor":2}   | The file is empty.
                    {"recipeName":"Pie"                            | {"factor":2}   | at line 1
                    <html></html>                                  | {"factor":2}   | holds no recipe
                    {"recipeName":"Pie","ingredients":[{"quantity":1,"measurement":"","ingredientName":"egg"}]} | {"servings":2} | does not say how many it serves
                    """)
    void whatCannotBeScaledEndsInASentence(String recipe, String parameters, String reason)
            throws Exception {
        assertThat(run(recipe, parameters))
                .isInstanceOfSatisfying(
                        JobResult.Impossible.class, it -> assertThat(it.reason()).contains(reason));
    }

    @Test
    void numbersOfTheLargestSizeAreScaledWithoutBecomingLarger() throws Exception {
        String huge = PIE.replace("\"quantity\":3", "\"quantity\":" + "9".repeat(100));

        JobResult result = run(huge, "{\"factor\":1000}");

        assertThat(result)
                .isInstanceOfSatisfying(
                        JobResult.Impossible.class,
                        it ->
                                assertThat(it.reason())
                                        .startsWith("The recipe cannot be scaled so far"));
    }

    private JsonNode scaled(String recipe, String parameters) throws Exception {
        if (!(run(recipe, parameters) instanceof JobResult.Made made)) {
            throw new AssertionError(run(recipe, parameters));
        }
        assertThat(made.outputs().getFirst().name()).isEqualTo("pie-scaled.json");
        return ProtocolJson.mapper().readTree(made.outputs().getFirst().content().bytes());
    }

    private JobResult run(String recipe, String parameters) throws Exception {
        return new ScaleRecipe()
                .run(
                        new Assignment(
                                JobId.next(Instant.parse("2026-11-27T10:00:00Z")),
                                Optional.of(
                                        new JobInput(
                                                "pie.json",
                                                "application/json",
                                                Content.of(recipe.getBytes(UTF_8)))),
                                ProtocolJson.mapper().readTree(parameters),
                                Path.of("")),
                        new Progress() {
                            @Override
                            public void at(int percent) {}

                            @Override
                            public void say(String line) {
                                said.add(line);
                            }
                        });
    }
}
