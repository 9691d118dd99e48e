package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a recipe says, or what was done in one make of it: the part of a document that is compared.
/// Immutable.
///
/// @param name not blank
/// @param rating on whatever scale the writer uses, not negative
/// @param servings how many the amounts serve, more than 0
/// @param tolerances for all of it, unless an ingredient or a step says otherwise
public record Recipe(
        String name,
        Optional<BigDecimal> rating,
        Optional<BigDecimal> servings,
        List<Ingredient> ingredients,
        List<Step> steps,
        Tolerances tolerances) {

    public Recipe {
        Objects.requireNonNull(rating, "rating");
        Objects.requireNonNull(servings, "servings");
        Objects.requireNonNull(tolerances, "tolerances");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A recipe needs a name");
        }
        rating.ifPresent(Quantities::check);
        servings.ifPresent(Quantities::check);
        if (servings.filter(count -> count.signum() == 0).isPresent()) {
            throw new IllegalArgumentException("A recipe serves more than 0");
        }
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
    }

    public Recipe(
            String name,
            Optional<BigDecimal> rating,
            Optional<BigDecimal> servings,
            List<Ingredient> ingredients,
            List<Step> steps) {
        this(name, rating, servings, ingredients, steps, Tolerances.UNSET);
    }
}
