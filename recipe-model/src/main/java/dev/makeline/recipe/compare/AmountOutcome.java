package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Density;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import java.util.Optional;

/// How the amounts of two ingredients that stand for each other compare.
sealed interface AmountOutcome {

    /// @param otherUnit the make's unit where it is not the recipe's
    /// @param density by which a volume and a mass were found to be the same
    record Same(Optional<Unit> otherUnit, Optional<Density> density) implements AmountOutcome {}

    /// @param expected the recipe's amount in a batch of this size
    /// @param made in its own unit
    /// @param difference what the make has more, below 0 less, in the recipe's unit
    /// @param ratio made to expected; empty where one is nothing
    /// @param otherUnit whether the unit was changed and the number kept
    record Changed(
            Amount expected,
            Amount made,
            Amount difference,
            Optional<Rational> ratio,
            boolean otherUnit)
            implements AmountOutcome {}

    /// In units that do not convert.
    ///
    /// @param missingDensity whether only the food's density is missing
    record Incomparable(boolean missingDensity) implements AmountOutcome {}

    /// One of the two says no amount.
    record SaidOnce() implements AmountOutcome {}
}
