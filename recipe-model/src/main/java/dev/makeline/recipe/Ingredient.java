package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalLong;

/// One line of a recipe's ingredients.
///
/// @param ingredientId as the document numbers it; may repeat or be absent
/// @param quantity 0 or more, at most [Quantities#MAX_DIGITS] digits
/// @param measurement as written; empty for things that are counted
/// @param name not blank
public record Ingredient(
        OptionalLong ingredientId, BigDecimal quantity, String measurement, String name) {

    public Ingredient {
        Objects.requireNonNull(ingredientId, "ingredientId");
        Objects.requireNonNull(measurement, "measurement");
        Quantities.check(quantity);
        if (name.isBlank()) {
            throw new IllegalArgumentException("An ingredient needs a name");
        }
    }
}
