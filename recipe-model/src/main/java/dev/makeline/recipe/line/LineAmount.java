package dev.makeline.recipe.line;

import dev.makeline.recipe.quantity.Amount;
import java.util.Objects;

/// One amount that a line names, and what it says about the food.
///
/// @param approximate whether the line says "about" or the like before it
public record LineAmount(Amount amount, Role role, boolean approximate) {

    public LineAmount {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(role, "role");
    }

    public enum Role {
        /// How much of it: the `1 can` of "1 can (14 oz)".
        TOTAL,
        /// What goes on top of the total: "1 cup plus 2 tablespoons".
        ADDED,
        /// What is taken off it: "3 cups minus 2 tablespoons".
        TAKEN_OFF,
        /// The size of each thing counted: the `14 oz` of "1 can (14 oz)".
        EACH,
        /// The total said another way: the `8 ounces` of "1 cup (8 ounces)".
        EQUIVALENT
    }
}
