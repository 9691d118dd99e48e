package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.TemperatureScale;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.Units;
import java.util.List;
import java.util.Set;

/// Whether two amounts in a step are the same to a cook: 350 °F is 177 °C and is written as 175 or
/// 180 °C; a cup is 236.6 ml and is written as 240 or 250 ml.
///
/// Amounts of one system must agree as [Amount#isShownLike] says, those of two by
/// [#BETWEEN_SYSTEMS], temperatures of two scales by [#OVEN_CELSIUS], below an oven's by
/// [#POT_CELSIUS].
final class CooksRounding {

    /// A cup as 250 ml, the coarsest that is in use, is 5.7 % off.
    private static final Rational BETWEEN_SYSTEMS = Rational.of(6, 100);

    /// Half a step of an oven's dial.
    private static final Rational OVEN_CELSIUS = Rational.of(5);

    private static final Rational POT_CELSIUS = Rational.of(2);
    private static final Rational COLDEST_OVEN_CELSIUS = Rational.of(130);

    /// Nobody bakes at fewer degrees Fahrenheit, or at more degrees Celsius.
    private static final Rational LOWEST_OVEN_FAHRENHEIT = Rational.of(250);

    private static final Set<Unit> METRIC_LENGTHS = Set.of(Units.MILLIMETRE, Units.CENTIMETRE);

    private CooksRounding() {}

    static boolean same(QuantityKind kind, Amount one, Amount other) {
        return switch (kind) {
            case TEMPERATURE -> sameTemperature(one, other);
            case TIME, COUNT, AMOUNT -> sameAmount(one, other);
            case LENGTH ->
                    sameAmount(one, other)
                            || (isBare(one) != isBare(other) && sameNumbers(one, other));
        };
    }

    /// Whether two amounts of one unit may both restate the same amount: 175 and 180 °C for 350 °F.
    static boolean near(QuantityKind kind, Amount one, Amount other) {
        return switch (one.unit()) {
            case Unit.Degree _ -> sameOnScales(one, other);
            case Unit.Measure _, Unit.Portion _, Unit.Unknown _ ->
                    kind == QuantityKind.TEMPERATURE
                            ? sameNumbers(one, other)
                            : within(one, other, BETWEEN_SYSTEMS);
        };
    }

    private static boolean sameAmount(Amount one, Amount other) {
        return one.isShownLike(other)
                || (isMetric(one.unit()) != isMetric(other.unit())
                        && other.in(one.unit())
                                .filter(same -> within(one, same, BETWEEN_SYSTEMS))
                                .isPresent());
    }

    private static boolean within(Amount one, Amount other, Rational part) {
        return near(one.low(), other.low(), larger(one.low(), other.low()).times(part))
                && near(one.high(), other.high(), larger(one.high(), other.high()).times(part));
    }

    /// A scale that is left open is the one that makes both the same, if any does.
    private static boolean sameTemperature(Amount one, Amount other) {
        if (sameNumbers(one, other)
                && (one.unit().equals(other.unit()) || isOpen(one) || isOpen(other))) {
            return true;
        }
        for (Amount left : onScales(one)) {
            for (Amount right : onScales(other)) {
                if (!left.unit().equals(right.unit()) && sameOnScales(left, right)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The amount on the scales that it may be meant on.
    static List<Amount> onScales(Amount amount) {
        if (!isOpen(amount)) {
            return List.of(amount);
        }
        Unit scale =
                amount.high().compareTo(LOWEST_OVEN_FAHRENHEIT) > 0
                        ? Units.FAHRENHEIT
                        : Units.CELSIUS;
        return List.of(new Amount(amount.low(), amount.high(), scale));
    }

    private static boolean sameOnScales(Amount one, Amount other) {
        if (!(one.unit() instanceof Unit.Degree left)
                || !(other.unit() instanceof Unit.Degree right)) {
            return false;
        }
        return nearCelsius(left.scale(), one.low(), right.scale(), other.low())
                && nearCelsius(left.scale(), one.high(), right.scale(), other.high());
    }

    private static boolean nearCelsius(
            TemperatureScale left, Rational one, TemperatureScale right, Rational other) {
        Rational oneCelsius = left.toCelsius(one);
        Rational otherCelsius = right.toCelsius(other);
        boolean oven =
                oneCelsius.compareTo(COLDEST_OVEN_CELSIUS) >= 0
                        && otherCelsius.compareTo(COLDEST_OVEN_CELSIUS) >= 0;
        return near(oneCelsius, otherCelsius, oven ? OVEN_CELSIUS : POT_CELSIUS);
    }

    private static boolean near(Rational one, Rational other, Rational distance) {
        return one.minus(other).absolute().compareTo(distance.absolute()) <= 0;
    }

    private static Rational larger(Rational one, Rational other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean sameNumbers(Amount one, Amount other) {
        return one.low().equals(other.low()) && one.high().equals(other.high());
    }

    static boolean isOpen(Amount amount) {
        return amount.unit().equals(UnitAfter.DEGREE);
    }

    private static boolean isBare(Amount amount) {
        return amount.unit().equals(Unit.PIECE);
    }

    static boolean isMetric(Unit unit) {
        return Units.isMetric(unit) || METRIC_LENGTHS.contains(unit);
    }
}
