package dev.makeline.recipe.compare;

import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.TemperatureScale;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.step.Magnitude;
import java.math.BigDecimal;
import java.util.Optional;

/// Magnitudes as the numbers that tolerances are said in; never negative.
final class Sizes {

    private static final Rational HUNDRED = Rational.of(100);

    private Sizes() {}

    /// Of the expected amount; empty where there is no ratio.
    static Optional<BigDecimal> percent(Magnitude size) {
        return size.ratio()
                .map(ratio -> ratio.minus(Rational.ONE).times(HUNDRED).absolute().approximation());
    }

    /// In degrees Celsius; a scale that a text leaves open counts as the wider Celsius.
    static Optional<BigDecimal> celsius(Magnitude size) {
        return size.difference()
                .map(difference ->
                        difference
                                .low()
                                .absolute()
                                .times(degree(difference.unit()))
                                .approximation());
    }

    private static Rational degree(Unit unit) {
        if (!(unit instanceof Unit.Degree(TemperatureScale scale))) {
            return Rational.ONE;
        }
        return switch (scale) {
            case CELSIUS, KELVIN -> Rational.ONE;
            case FAHRENHEIT -> Rational.of(5, 9);
            case GAS_MARK -> Rational.of(125, 9);
        };
    }
}
