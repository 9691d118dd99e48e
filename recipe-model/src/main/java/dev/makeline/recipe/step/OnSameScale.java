package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import java.util.Optional;

/// Brings a temperature to the scale of another. A scale that a text leaves open is taken to be the
/// other's, or the likely one when the numbers are too far apart for that: 350 °F and 180 degrees.
final class OnSameScale {

    private static final Rational TOO_FAR = Rational.of(3, 2);

    private OnSameScale() {}

    /// @return `made` in the unit of `expected`, or in the unit of both when `expected` has an open
    ///   scale
    static Optional<Amount> of(Amount expected, Amount made) {
        boolean open = CooksRounding.isOpen(expected) || CooksRounding.isOpen(made);
        if (!open) {
            return made.in(expected.unit());
        }
        if (isFar(expected, made)) {
            Amount one = CooksRounding.onScales(expected).getFirst();
            Amount other = CooksRounding.onScales(made).getFirst();
            return other.in(one.unit())
                    .map(same -> new Amount(same.low(), same.high(), expected.unit()));
        }
        boolean known = CooksRounding.isOpen(expected) && !CooksRounding.isOpen(made);
        return Optional.of(
                new Amount(made.low(), made.high(), known ? made.unit() : expected.unit()));
    }

    private static boolean isFar(Amount one, Amount other) {
        return one.high().compareTo(other.low().times(TOO_FAR)) > 0
                || other.high().compareTo(one.low().times(TOO_FAR)) > 0;
    }
}
