package dev.makeline.recipe.compare;

import static dev.makeline.recipe.compare.Recipes.ingredient;
import static dev.makeline.recipe.compare.Recipes.plumCrumble;
import static dev.makeline.recipe.compare.Recipes.replacing;
import static dev.makeline.recipe.compare.Recipes.scaled;
import static dev.makeline.recipe.compare.Recipes.serving;
import static dev.makeline.recipe.compare.Recipes.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.quantity.Rational;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class BatchInferenceTest {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Test
    void asManyDoubledAsHalvedIsNoBatchOfAnotherSize() {
        Recipe recipe =
                with(
                        plumCrumble(),
                        ingredient("2", "cup", "flour"),
                        ingredient("200", "g", "butter"),
                        ingredient("4", "", "plums"),
                        ingredient("2", "tsp", "cinnamon"));
        Recipe make =
                with(
                        plumCrumble(),
                        ingredient("4", "cup", "flour"),
                        ingredient("400", "g", "butter"),
                        ingredient("2", "", "plums"),
                        ingredient("1", "tsp", "cinnamon"));

        assertThat(RecipeComparison.compare(recipe, make).batchFactor().isOne()).isTrue();
        assertThat(RecipeComparison.compare(make, recipe).batchFactor().isOne()).isTrue();
    }

    @Test
    void doubledMakeIsEquivalent() {
        Comparison comparison = RecipeComparison.compare(plumCrumble(), scaled(plumCrumble(), TWO));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.outcome()).isEqualTo(Outcome.EQUIVALENT);
        assertThat(comparison.batchFactor().text()).isEqualTo("×2");
        assertThat(comparison.headline())
                .isEqualTo("Made double, otherwise exactly as the recipe says.");
    }

    @Test
    void factorIsToldAsAFractionWhereNoDecimalIsExact() {
        Recipe recipe =
                with(plumCrumble(), ingredient("3", "g", "salt"), ingredient("9", "g", "oil"));
        Recipe make =
                with(plumCrumble(), ingredient("2", "g", "salt"), ingredient("6", "g", "oil"));

        Comparison comparison = RecipeComparison.compare(recipe, make);

        assertThat(comparison.headline())
                .isEqualTo("Made ×2/3, otherwise exactly as the recipe says.");
    }

    @Test
    void oneIngredientScaledOtherwiseIsComparedWithTheBatch() {
        Recipe doubled = scaled(plumCrumble(), TWO);
        Recipe make = replacing(doubled, 3, ingredient(4, "3", "cups", "flour"));

        Comparison comparison = RecipeComparison.compare(plumCrumble(), make);

        assertThat(comparison.differences())
                .extracting(Difference::sentence)
                .containsExactly("Flour: 3 cups instead of 4 (×1.5 where everything else is ×2).");
        assertThat(comparison.differences().getFirst().difference()).isEqualTo(new Sides("4", "3"));
        assertThat(comparison.headline())
                .startsWith("Made double, with 1 difference: flour: 3 cups");
    }

    @Test
    void halfOfTheIngredientsIsNoBatch() {
        Recipe recipe =
                with(plumCrumble(), ingredient("1", "g", "salt"), ingredient("5", "g", "oil"));
        Recipe make =
                with(plumCrumble(), ingredient("2", "g", "salt"), ingredient("5", "g", "oil"));

        Comparison comparison = RecipeComparison.compare(recipe, make);

        assertThat(comparison.batchFactor()).isEqualTo(BatchFactor.ONE);
        assertThat(comparison.differences()).hasSize(1);
    }

    @Test
    void oneIngredientAloneIsMoreOfIt() {
        Recipe recipe = with(plumCrumble(), ingredient("1", "g", "salt"));

        Comparison comparison = RecipeComparison.compare(recipe, scaled(recipe, TWO));

        assertThat(comparison.batchFactor()).isEqualTo(BatchFactor.ONE);
        assertThat(comparison.outcome()).isEqualTo(Outcome.DEVIATING);
    }

    @Test
    void servingsInTheSameRatioMakeOneIngredientABatch() {
        Recipe recipe = serving(with(plumCrumble(), ingredient("1", "g", "salt")), "4");

        Comparison comparison = RecipeComparison.compare(recipe, serving(scaled(recipe, TWO), "8"));

        assertThat(comparison.batchFactor().text()).isEqualTo("×2");
        assertThat(comparison.outcome()).isEqualTo(Outcome.EQUIVALENT);
    }

    @Test
    void nothingOfAnIngredientStaysNothingInAnyBatch() {
        Recipe recipe =
                with(
                        plumCrumble(),
                        ingredient("0", "g", "salt"),
                        ingredient("2", "g", "oil"),
                        ingredient("3", "g", "rye"));

        assertThat(RecipeComparison.compare(recipe, scaled(recipe, TWO)).differences()).isEmpty();
    }

    @Test
    void factorOfExtremeNumbersIsShownShort() {
        BigDecimal tiny = new BigDecimal("1e-99");
        BigDecimal huge = new BigDecimal("9.87654321e99");

        assertThat(between(tiny, huge).text()).startsWith("×");
        assertThat(between(huge, tiny).text()).startsWith("×≈");
        assertThat(between(new BigDecimal("7"), new BigDecimal("1000")).text())
                .isEqualTo("×≈142.9");
    }

    private static BatchFactor between(BigDecimal recipe, BigDecimal make) {
        return new BatchFactor(Rational.of(make).dividedBy(Rational.of(recipe)));
    }
}
