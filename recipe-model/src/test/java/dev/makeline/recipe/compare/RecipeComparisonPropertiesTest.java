package dev.makeline.recipe.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import dev.makeline.recipe.quantity.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

final class RecipeComparisonPropertiesTest {

    @Property
    void recipeComparedWithItselfHasNoDifference(@ForAll("recipes") Recipe recipe) {
        Comparison comparison = RecipeComparison.compare(recipe, recipe);

        assertThat(comparison)
                .isEqualTo(new Comparison(List.of(), BatchFactor.ONE, OtherUnits.NONE, List.of()));
    }

    @Property
    void scalingIsNoDifference(
            @ForAll("recipes") Recipe recipe,
            @ForAll @BigRange(min = "0.125", max = "64") @Scale(3) BigDecimal factor) {
        Recipe measured = withTwoMeasuredIngredients(recipe);

        Comparison comparison =
                RecipeComparison.compare(measured, Recipes.scaled(measured, factor));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.batchFactor()).isEqualTo(new BatchFactor(Rational.of(factor)));
    }

    @Property
    void orderOfIngredientsIsNoDifference(@ForAll("recipes") Recipe recipe, @ForAll long seed) {
        List<Ingredient> shuffled = new ArrayList<>(recipe.ingredients());
        Collections.shuffle(shuffled, new Random(seed));

        Comparison comparison =
                RecipeComparison.compare(
                        recipe, Recipes.with(recipe, shuffled.toArray(Ingredient[]::new)));

        assertThat(comparison.differences()).isEmpty();
    }

    @Property
    void swappedComparisonMirrorsEveryDifference(
            @ForAll("recipes") Recipe one, @ForAll("recipes") Recipe other) {
        Comparison there = RecipeComparison.compare(one, other);
        Comparison back = RecipeComparison.compare(other, one);

        assertThat(seen(back))
                .containsExactlyInAnyOrderElementsOf(
                        seen(there).stream().map(Seen::mirrored).toList());
        assertThat(back.batchFactor().value().times(there.batchFactor().value()))
                .isEqualTo(Rational.ONE);
    }

    @Property
    void swappedCookedRecipesMirrorEveryDifference(
            @ForAll("cooked") Recipe one, @ForAll("cooked") Recipe other) {
        swappedComparisonMirrorsEveryDifference(one, other);
    }

    /// But for the yield of a batch of another size: servings are rounded in the make alone.
    private static List<Seen> seen(Comparison comparison) {
        return comparison.differences().stream()
                .filter(difference ->
                        comparison.batchFactor().isOne()
                                || !(difference instanceof Difference.YieldChanged))
                .map(Seen::of)
                .toList();
    }

    /// What a difference is and where, without its wording.
    private record Seen(String kind, List<String> recipe, List<String> make) {

        private static final Map<String, String> MIRRORED =
                Map.of(
                        "ingredient-added", "ingredient-removed",
                        "ingredient-removed", "ingredient-added",
                        "step-added", "step-removed",
                        "step-removed", "step-added",
                        "step-split", "step-merged",
                        "step-merged", "step-split");

        static Seen of(Difference difference) {
            return new Seen(
                    difference.kind(), difference.places().recipe(), difference.places().make());
        }

        Seen mirrored() {
            return new Seen(
                    MIRRORED.getOrDefault(kind, kind), /* recipe= */ make, /* make= */ recipe);
        }
    }

    @Property
    void everyDifferenceCanBeTold(
            @ForAll("recipes") Recipe recipe, @ForAll("recipes") Recipe make) {
        Comparison comparison = RecipeComparison.compare(recipe, make);

        assertThat(comparison.headline()).endsWith(".").doesNotContain("\n");
        for (Difference difference : comparison.differences()) {
            assertThat(difference.sentence()).endsWith(".").doesNotContain("\n");
            assertThat(difference.kind()).matches("[a-z]+-[a-z]+");
            assertThat(difference.ingredientId().isPresent())
                    .isEqualTo(difference instanceof Difference.OfIngredient);
            assertThat(difference.stepId().isPresent())
                    .isEqualTo(difference.recipeField() == RecipeField.INSTRUCTION);
        }
    }

    @Provide
    Arbitrary<Recipe> recipes() {
        Arbitrary<BigDecimal> numbers =
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                        .ofScale(2);
        return Combinators.combine(
                        text(),
                        numbers.optional(),
                        numbers.map(BigDecimal.ONE::add).optional(),
                        ingredients(numbers).list().ofMaxSize(7),
                        steps().list().ofMaxSize(7))
                .as(Recipe::new);
    }

    private static Arbitrary<Ingredient> ingredients(Arbitrary<BigDecimal> numbers) {
        return Combinators.combine(
                        ids(),
                        numbers,
                        Arbitraries.of("", "g", "cup", "Cups", "T", "t", "heaped\ncup"),
                        Arbitraries.oneOf(
                                Arbitraries.of("salt", "Salt", "pieCrust", "pie crust", "_"),
                                text()))
                .as(Ingredient::new);
    }

    private static Arbitrary<Step> steps() {
        return Combinators.combine(
                        ids(),
                        Arbitraries.oneOf(
                                Arbitraries.of(
                                        "Stir it", "Stir it well", "Bake", "bake.", "Cool it"),
                                text()))
                .as(Step::new);
    }

    /// As a cook writes them, so that they have something in common.
    @Provide
    Arbitrary<Recipe> cooked() {
        Arbitrary<BigDecimal> numbers =
                Arbitraries.of("0.5", "1", "1.5", "2", "3", "4", "100", "200").map(BigDecimal::new);
        Arbitrary<Ingredient> ingredients =
                Combinators.combine(
                                Arbitraries.just(OptionalLong.empty()),
                                numbers,
                                Arbitraries.of("", "g", "cup", "ml", "tsp", "tbsp", "oz"),
                                Arbitraries.of(
                                        "butter",
                                        "margarine",
                                        "flour",
                                        "sugar",
                                        "eggs",
                                        "milk",
                                        "onion, chopped",
                                        "onion, sliced",
                                        "salt",
                                        "walnuts"))
                        .as(Ingredient::new);
        Arbitrary<Step> steps =
                Arbitraries.of(
                                "Preheat the oven to 350 °F.",
                                "Preheat the oven to 200 °C.",
                                "Cream the butter with the sugar.",
                                "Cream the butter with the sugar. Beat in 2 eggs.",
                                "Beat in 3 eggs.",
                                "Fold in the flour and the salt.",
                                "Fold in the salt.",
                                "Bake for 25 minutes until golden.",
                                "Bake for 1 hour until golden.",
                                "Let it cool on a rack.")
                        .map(text -> new Step(OptionalLong.empty(), text));
        return Combinators.combine(
                        Arbitraries.just("Cake"),
                        numbers.optional(),
                        numbers.optional(),
                        ingredients.list().ofMaxSize(6),
                        steps.list().ofMaxSize(6))
                .as(Recipe::new);
    }

    private static Arbitrary<OptionalLong> ids() {
        return Arbitraries.longs()
                .between(0, 6)
                .optional()
                .map(id -> id.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(12).map(text -> "x" + text);
    }

    private static Recipe withTwoMeasuredIngredients(Recipe recipe) {
        List<Ingredient> ingredients = new ArrayList<>(recipe.ingredients());
        ingredients.add(Recipes.ingredient(100, "1.5", "g", "yeast"));
        ingredients.add(Recipes.ingredient(101, "7", "", "olives"));
        return Recipes.with(recipe, ingredients.toArray(Ingredient[]::new));
    }
}
