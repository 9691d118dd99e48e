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
public record Recipe(
        String name,
        Optional<BigDecimal> rating,
        Optional<BigDecimal> servings,
        List<Ingredient> ingredients,
        List<Step> steps) {

    public Recipe {
        Objects.requireNonNull(rating, "rating");
        Objects.requireNonNull(servings, "servings");
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
}
