package dev.makeline.benchmark.accuracy.draft;

import java.util.List;
import java.util.OptionalInt;

/// A recipe before it is written down in one form or another. Immutable.
///
/// @param servings whole, since no cook serves a third of a guest
public record Draft(
        String name,
        OptionalInt servings,
        OptionalInt rating,
        List<DraftIngredient> ingredients,
        List<String> steps) {

    public Draft {
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
    }

    public Draft withServings(OptionalInt others) {
        return new Draft(name, others, rating, ingredients, steps);
    }

    public Draft withRating(OptionalInt other) {
        return new Draft(name, servings, other, ingredients, steps);
    }

    public Draft withIngredients(List<DraftIngredient> others) {
        return new Draft(name, servings, rating, others, steps);
    }

    public Draft withSteps(List<String> others) {
        return new Draft(name, servings, rating, ingredients, others);
    }

    /// How many ingredients have an amount of their own.
    public long measured() {
        return ingredients.stream().filter(DraftIngredient.Measured.class::isInstance).count();
    }
}
