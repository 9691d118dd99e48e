package dev.makeline.recipe.compare;

import static dev.makeline.recipe.compare.Recipes.ingredient;
import static dev.makeline.recipe.compare.Recipes.plumCrumble;
import static dev.makeline.recipe.compare.Recipes.replacing;
import static dev.makeline.recipe.compare.Recipes.steps;
import static dev.makeline.recipe.compare.Recipes.withSteps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Limit;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import dev.makeline.recipe.Tolerances;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TolerancesTest {

    private static final Limit WIDE =
            new Limit(new BigDecimal("20"), Optional.of(new BigDecimal("40")));

    @Test
    void smallAmountMoreIsWithinTheDefaultTolerance() {
        Recipe make = replacing(plumCrumble(), 1, ingredient(2, "104", "g", "butter"));

        Comparison comparison = RecipeComparison.compare(plumCrumble(), make);

        assertThat(comparison.judged().getFirst().judgement())
                .isEqualTo(Judgement.WITHIN_TOLERANCE);
        assertThat(comparison.outcome()).isEqualTo(Outcome.EQUIVALENT);
        assertThat(comparison.deviationScore()).isZero();
        assertThat(comparison.headline())
                .isEqualTo(
                        "Made as the recipe says, within tolerance: butter: 104 g instead of 100.");
    }

    @Test
    void optionalIngredientMayBeLeftOut() {
        Recipe recipe = replacing(plumCrumble(), 2, ingredient(3, "50", "g", "oats (optional)"));
        Recipe make =
                Recipes.with(
                        recipe,
                        recipe.ingredients().get(0),
                        recipe.ingredients().get(1),
                        recipe.ingredients().get(3));

        Comparison comparison = RecipeComparison.compare(recipe, make);

        assertThat(comparison.headline())
                .isEqualTo("Made as the recipe says, within tolerance: oats were left out.");
    }

    @Test
    void toleranceOfAnIngredientDecidesForItAlone() {
        Ingredient butter =
                new Ingredient(
                        OptionalLong.of(2),
                        Optional.of(new BigDecimal("100")),
                        "g",
                        "butter",
                        Optional.empty(),
                        quantity(WIDE));
        Recipe recipe = replacing(plumCrumble(), 1, butter);

        assertThat(judgement(recipe, "118")).isEqualTo(Judgement.WITHIN_TOLERANCE);
        assertThat(judgement(recipe, "130")).isEqualTo(Judgement.DEVIATION);
        assertThat(judgement(recipe, "150")).isEqualTo(Judgement.CRITICAL);
    }

    @Test
    void degreesOfAnOvenHaveTheirTolerance() {
        Recipe recipe = withSteps(plumCrumble(), steps("Bake at 180 °C for 40 minutes"));

        assertThat(step(recipe, "Bake at 184 °C for 40 minutes"))
                .isEqualTo(Judgement.WITHIN_TOLERANCE);
        assertThat(step(recipe, "Bake at 200 °C for 40 minutes")).isEqualTo(Judgement.DEVIATION);
        assertThat(step(recipe, "Bake at 180 °C for 43 minutes"))
                .isEqualTo(Judgement.WITHIN_TOLERANCE);
        assertThat(step(recipe, "Bake at 180 °C for 60 minutes")).isEqualTo(Judgement.DEVIATION);
    }

    @Test
    void toleranceOfAStepCanMakeATemperatureCritical() {
        Tolerances strict =
                new Tolerances(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Limit(BigDecimal.ONE, Optional.of(BigDecimal.TWO))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Recipe recipe =
                withSteps(
                        plumCrumble(),
                        List.of(new Step(OptionalLong.of(1), "Hold it at 63 °C", strict)));

        assertThat(step(recipe, "Hold it at 58 °C")).isEqualTo(Judgement.CRITICAL);
    }

    @Test
    void criticalLimitBelowTheToleranceIsRefused() {
        assertThatThrownBy(() -> new Limit(BigDecimal.TEN, Optional.of(BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beyond the tolerance");
    }

    private static Judgement judgement(Recipe recipe, String grams) {
        Recipe make = replacing(plumCrumble(), 1, ingredient(2, grams, "g", "butter"));
        return RecipeComparison.compare(recipe, make).judged().getFirst().judgement();
    }

    private static Judgement step(Recipe recipe, String text) {
        Recipe make = withSteps(plumCrumble(), steps(text));
        return RecipeComparison.compare(recipe, make).judged().getFirst().judgement();
    }

    private static Tolerances quantity(Limit limit) {
        return new Tolerances(
                Optional.of(limit),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
