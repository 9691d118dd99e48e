package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import java.util.Optional;

/// How far a quantity of a make is from the one it should be. Of ranges the middles are compared.
///
/// @param expected the recipe's quantity, times the batch factor where the make is scaled
/// @param difference what the make has more, below 0 less, in the recipe's unit; empty when the
///   units cannot be converted, as volume and mass
/// @param ratio the make's quantity as a multiple of the expected one; empty for temperatures, for
///   an expected 0, and where there is no difference
/// @param overlapping whether the make's quantity lies in the recipe's range, or touches it
public record Magnitude(
        Amount expected,
        Optional<Amount> difference,
        Optional<Rational> ratio,
        boolean overlapping) {

    private static final Rational HALF = Rational.of(1, 2);

    static Magnitude of(QuantityKind kind, Amount expected, Amount made) {
        Optional<Amount> inSameUnit =
                kind == QuantityKind.TEMPERATURE
                        ? OnSameScale.of(expected, made)
                        : inUnitOf(kind, expected, made);
        if (inSameUnit.isEmpty()) {
            return new Magnitude(expected, Optional.empty(), Optional.empty(), false);
        }
        Amount same = inSameUnit.get();
        Rational middle = middle(expected);
        boolean hasRatio = kind != QuantityKind.TEMPERATURE && middle.signum() != 0;
        return new Magnitude(
                expected,
                Optional.of(Amount.of(middle(same).minus(middle), same.unit())),
                hasRatio ? Optional.of(middle(same).dividedBy(middle)) : Optional.empty(),
                expected.low().compareTo(same.high()) <= 0
                        && same.low().compareTo(expected.high()) <= 0);
    }

    /// The sizes of pans are in the other's unit when they have none.
    private static Optional<Amount> inUnitOf(QuantityKind kind, Amount expected, Amount made) {
        return made.in(expected.unit())
                .or(() ->
                        kind == QuantityKind.LENGTH
                                ? Optional.of(new Amount(made.low(), made.high(), expected.unit()))
                                : Optional.empty());
    }

    private static Rational middle(Amount amount) {
        return amount.low().plus(amount.high()).times(HALF);
    }
}
