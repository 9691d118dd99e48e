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
    void swappedComparisonMirrorsWhatWasAddedAndLeftOut(
            @ForAll("recipes") Recipe one, @ForAll("recipes") Recipe other) {
        Comparison there = RecipeComparison.compare(one, other);
        Comparison back = RecipeComparison.compare(other, one);

        assertThat(count(there, "ingredient-added")).isEqualTo(count(back, "ingredient-removed"));
        assertThat(count(there, "ingredient-removed")).isEqualTo(count(back, "ingredient-added"));
        assertThat(count(there, "step-added")).isEqualTo(count(back, "step-removed"));
        assertThat(count(there, "step-removed")).isEqualTo(count(back, "step-added"));
        assertThat(count(there, "step-changed")).isEqualTo(count(back, "step-changed"));
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

    private static long count(Comparison comparison, String kind) {
        return comparison.differences().stream()
                .filter(difference -> difference.kind().equals(kind))
                .count();
    }
}
