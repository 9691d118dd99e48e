package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.AmountText;
import java.util.Optional;

/// Puts two amounts of one ingredient beside each other.
final class IngredientWording {

    private IngredientWording() {}

    /// Such as `14 instead of 12`, `3 cups instead of 4`, `1 teaspoon, where the recipe says no
    /// amount`.
    static String amounts(Optional<Amount> expected, Optional<Amount> made) {
        if (expected.isEmpty()) {
            return made.map(amount -> Wording.amount(amount) + ", where the recipe says no amount")
                    .orElse("no amount said");
        }
        if (made.isEmpty()) {
            return "no amount, where the recipe says " + Wording.amount(expected.get());
        }
        boolean sameUnit = AmountComparison.sameUnit(expected.get(), made.get());
        return Wording.amount(made.get())
                + " instead of "
                + (sameUnit ? AmountText.number(expected.get()) : Wording.amount(expected.get()));
    }

    /// The numbers alone where both have the same unit.
    static Sides sides(Optional<Amount> expected, Optional<Amount> made) {
        boolean sameUnit =
                expected.isPresent()
                        && made.isPresent()
                        && AmountComparison.sameUnit(expected.get(), made.get());
        return new Sides(text(expected, sameUnit), text(made, sameUnit));
    }

    private static String text(Optional<Amount> amount, boolean numberAlone) {
        return amount.map(known -> numberAlone ? AmountText.number(known) : Wording.amount(known))
                .orElse("");
    }
}
