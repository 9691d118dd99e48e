package dev.makeline.recipe.compare;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// Recipes for tests, each a variation of one crumble.
final class Recipes {

    private Recipes() {}

    static Recipe plumCrumble() {
        return new Recipe(
                "Plum Crumble",
                Optional.of(new BigDecimal("4.5")),
                Optional.empty(),
                List.of(
                        ingredient(1, "12", "unit", "plums"),
                        ingredient(2, "100", "g", "butter"),
                        ingredient(3, "0.5", "TBS", "rawSugar"),
                        ingredient(4, "2", "cup", "flour")),
                steps("Heat the oven to 190 degrees", "Rub butter into flour", "Bake for an hour"));
    }

    static Ingredient ingredient(long id, String quantity, String measurement, String name) {
        return new Ingredient(OptionalLong.of(id), new BigDecimal(quantity), measurement, name);
    }

    static Ingredient ingredient(String quantity, String measurement, String name) {
        return new Ingredient(OptionalLong.empty(), new BigDecimal(quantity), measurement, name);
    }

    static List<Step> steps(String... texts) {
        List<Step> steps = new ArrayList<>();
        for (String text : texts) {
            steps.add(new Step(OptionalLong.of(steps.size() + 1L), text));
        }
        return steps;
    }

    static List<Step> unnumberedSteps(String... texts) {
        return Arrays.stream(texts).map(text -> new Step(OptionalLong.empty(), text)).toList();
    }

    static Recipe with(Recipe recipe, Ingredient... ingredients) {
        return new Recipe(
                recipe.name(),
                recipe.rating(),
                recipe.servings(),
                List.of(ingredients),
                recipe.steps());
    }

    static Recipe withSteps(Recipe recipe, List<Step> steps) {
        return new Recipe(
                recipe.name(), recipe.rating(), recipe.servings(), recipe.ingredients(), steps);
    }

    static Recipe rated(Recipe recipe, String rating) {
        return new Recipe(
                recipe.name(),
                Optional.of(new BigDecimal(rating)),
                recipe.servings(),
                recipe.ingredients(),
                recipe.steps());
    }

    static Recipe serving(Recipe recipe, String servings) {
        return new Recipe(
                recipe.name(),
                recipe.rating(),
                Optional.of(new BigDecimal(servings)),
                recipe.ingredients(),
                recipe.steps());
    }

    static Recipe scaled(Recipe recipe, BigDecimal factor) {
        return changed(recipe, old -> quantity(old, old.quantity().orElseThrow().multiply(factor)));
    }

    static Ingredient quantity(Ingredient old, BigDecimal quantity) {
        return new Ingredient(old.ingredientId(), quantity, old.measurement(), old.name());
    }

    static Recipe changed(Recipe recipe, UnaryOperator<Ingredient> change) {
        return with(recipe, recipe.ingredients().stream().map(change).toArray(Ingredient[]::new));
    }

    /// Replaces the ingredient at an index, counted from 0.
    static Recipe replacing(Recipe recipe, int index, Ingredient ingredient) {
        List<Ingredient> ingredients = new ArrayList<>(recipe.ingredients());
        ingredients.set(index, ingredient);
        return with(recipe, ingredients.toArray(Ingredient[]::new));
    }
}
