package dev.makeline.recipe.line;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import java.util.List;
import java.util.Optional;

/// Adds up what a line says: "1 cup plus 2 tablespoons" is one amount.
final class LineTotal {

    private static final Rational MINUS_ONE = Rational.of(-1);

    private LineTotal() {}

    /// Empty when the line names no total, or a part that cannot be added to it.
    static Optional<Amount> of(List<LineAmount> amounts) {
        Optional<Amount> total = Optional.empty();
        for (LineAmount amount : amounts) {
            switch (amount.role()) {
                case TOTAL -> total = Optional.of(amount.amount());
                case ADDED -> total = total.flatMap(sum -> sum.plus(amount.amount()));
                case TAKEN_OFF ->
                        total = total.flatMap(sum -> sum.plus(amount.amount().times(MINUS_ONE)));
                case EACH, EQUIVALENT -> {}
            }
        }
        return total;
    }
}
