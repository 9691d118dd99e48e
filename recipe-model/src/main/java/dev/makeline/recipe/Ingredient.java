package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// One line of a recipe's ingredients.
///
/// @param ingredientId as the document numbers it; may repeat or be absent
/// @param quantity 0 or more, at most [Quantities#MAX_DIGITS] digits; empty where the line has
///   none, as "salt to taste"
/// @param measurement as written; empty for things that are counted
/// @param name not blank; may hold preparation and comment, "butter, melted"
/// @param original the whole line that the other fields were read from, where it is kept
/// @param tolerances for this ingredient alone
public record Ingredient(
        OptionalLong ingredientId,
        Optional<BigDecimal> quantity,
        String measurement,
        String name,
        Optional<String> original,
        Tolerances tolerances) {

    public Ingredient {
        Objects.requireNonNull(ingredientId, "ingredientId");
        Objects.requireNonNull(measurement, "measurement");
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(tolerances, "tolerances");
        quantity.ifPresent(Quantities::check);
        if (name.isBlank()) {
            throw new IllegalArgumentException("An ingredient needs a name");
        }
    }

    /// One that was written as fields, not as a line.
    public Ingredient(
            OptionalLong ingredientId, BigDecimal quantity, String measurement, String name) {
        this(
                ingredientId,
                Optional.of(quantity),
                measurement,
                name,
                Optional.empty(),
                Tolerances.UNSET);
    }
}
