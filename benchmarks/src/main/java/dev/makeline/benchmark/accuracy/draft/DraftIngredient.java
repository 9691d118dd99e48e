package dev.makeline.benchmark.accuracy.draft;

import dev.makeline.recipe.quantity.Rational;

/// One ingredient of a [Draft].
public sealed interface DraftIngredient {

    /// One whose parts are known, so that each can be changed by itself.
    ///
    /// @param unit as spelled; empty for what is counted
    /// @param preparation empty when there is none
    record Measured(Rational quantity, String unit, String food, String preparation)
            implements DraftIngredient {

        public Measured times(Rational factor) {
            return new Measured(quantity.times(factor), unit, food, preparation);
        }

        public Measured of(Rational otherQuantity, String otherUnit) {
            return new Measured(otherQuantity, otherUnit, food, preparation);
        }

        public Measured spelled(String otherUnit, String otherFood) {
            return new Measured(quantity, otherUnit, otherFood, preparation);
        }

        public Measured prepared(String otherPreparation) {
            return new Measured(quantity, unit, food, otherPreparation);
        }
    }

    /// A line that is kept as it was written.
    record Verbatim(String line) implements DraftIngredient {}

    /// What it is called, as far as that is known.
    default String text() {
        return switch (this) {
            case Measured measured -> measured.food();
            case Verbatim verbatim -> verbatim.line();
        };
    }
}
