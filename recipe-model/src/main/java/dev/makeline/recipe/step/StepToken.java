package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Rational;

/// A piece of a step's text.
sealed interface StepToken {

    int start();

    int end();

    /// @param lower in lower case and without accents
    record Word(String lower, int start, int end) implements StepToken {}

    /// A number or a range of two.
    ///
    /// @param fraction whether it is a fraction alone, so that a whole number before it may belong
    ///   to it
    record Numeral(Rational low, Rational high, boolean fraction, int start, int end)
            implements StepToken {

        static Numeral of(Rational value, boolean fraction, int start, int end) {
            return new Numeral(value, value, fraction, start, end);
        }

        boolean isRange() {
            return !low.equals(high);
        }
    }

    /// A character that is neither of a word nor of a number.
    record Mark(char sign, int start, int end) implements StepToken {}
}
