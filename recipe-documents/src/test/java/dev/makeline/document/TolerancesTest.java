package dev.makeline.document;

import static dev.makeline.document.Documents.crumble;
import static dev.makeline.document.Documents.read;
import static dev.makeline.document.Documents.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Limit;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Tolerances;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TolerancesTest {

    @Test
    void tolerancesAreReadForTheRecipeAnIngredientAndAStep() {
        Recipe recipe =
                read("""
                {"recipeName": "Bread",
                 "tolerances": {"yieldPercent": 3, "timePercent": {"within": 5, "critical": 20}},
                 "ingredients": [{"quantity": 1, "ingredientName": "salt",
                   "tolerance": {"quantityPercent": 0.5}}],
                 "steps": [{"stepText": "Bake at 200 °C",
                   "tolerance": {"temperatureCelsius": 2}}]}
                """)
                        .content();

        assertThat(recipe.tolerances().yieldPercent()).contains(Limit.within("3"));
        assertThat(recipe.tolerances().timePercent())
                .contains(new Limit(BigDecimal.valueOf(5), Optional.of(BigDecimal.valueOf(20))));
        assertThat(recipe.ingredients().getFirst().tolerances().quantityPercent())
                .contains(Limit.within("0.5"));
        assertThat(recipe.steps().getFirst().tolerances().temperatureCelsius())
                .contains(Limit.within("2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | The “tolerances” of the recipe is the number 5; write an object, such as {\"quantityPercent\": 5}. | /tolerances (line 4, column 17)",
                "{\"speed\": 5} | The “tolerances” of the recipe has no place for “speed”; it may hold quantityPercent, timePercent, temperatureCelsius, countPercent, lengthPercent, yieldPercent. | /tolerances/speed (line 4, column 27)",
                "{\"timePercent\": -1} | The “timePercent” of the “tolerances” of the recipe is negative (-1); write a number that is 0 or more. | /tolerances/timePercent (line 4, column 33)",
                "{\"timePercent\": {\"critical\": 9}} | “timePercent” in the “tolerances” of the recipe has no “within”; write a number, such as 0.5. | /tolerances/timePercent/within (line 4, column 33)",
                "{\"timePercent\": {\"within\": 9, \"critical\": 8}} | What is “critical” for “timePercent” in the “tolerances” of the recipe is less than what is “within”; write a larger number. | /tolerances/timePercent/critical (line 4, column 59)"
            })
    void wrongToleranceIsNamedWithItsPlace(String written, String reason, String place) {
        String document = crumble("\"rating\": 4.50", "\"tolerances\": " + written);

        assertThat(refused(document).reason()).isEqualTo(reason);
        assertThat(refused(document).place()).contains(place);
    }

    @Test
    void ingredientHasNoOtherToleranceThanOfItsQuantity() {
        String document =
                crumble(
                        "\"quantity\": 0.50,",
                        "\"quantity\": 0.50, \"tolerance\": {\"timePercent\": 1},");

        assertThat(refused(document).reason())
                .isEqualTo(
                        "The “tolerance” of ingredient 2 (rawSugar) has no place for “timePercent”; it may hold quantityPercent.");
    }

    @Test
    void quantityMayBeLeftOutWhereTheLineIsKept() {
        Ingredient salt =
                read("""
                {"recipeName": "Bread", "ingredients": [{"ingredientName": "salt",
                  "quantity": null, "original": "salt to taste"}]}
                """)
                        .content()
                        .ingredients()
                        .getFirst();

        assertThat(salt.quantity()).isEmpty();
        assertThat(salt.original()).contains("salt to taste");
        assertThat(salt.tolerances()).isEqualTo(Tolerances.UNSET);
        assertThat(
                        refused(
                                        """
                                        {"recipeName": "Bread", "ingredients": [
                                          {"ingredientName": "salt", "original": " "}]}
                                        """)
                                .reason())
                .startsWith("Ingredient 1 (salt) has no “quantity”");
    }
}
