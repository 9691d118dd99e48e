package dev.makeline.recipe.quantity;

import java.util.Objects;
import java.util.Optional;

/// A value or a range of one unit, such as 2 cups or 2–3 cloves.
///
/// @param low the value, or the smaller end of the range
/// @param high the same as `low` for a single value
public record Amount(Rational low, Rational high, Unit unit) {

    /// How far two amounts may lie apart and still be shown alike: a hundredth of the larger. Cooks
    /// write a third as 0.33 and an ounce as 28.3 g; nobody measures a hundredth by hand.
    public static final Rational SHOWN_ALIKE = Rational.of(1, 100);

    public Amount {
        Objects.requireNonNull(unit, "unit");
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "A range runs from the smaller to the larger value; got %s to %s"
                            .formatted(low, high));
        }
    }

    public static Amount of(Rational value, Unit unit) {
        return new Amount(value, value, unit);
    }

    public boolean isRange() {
        return !low.equals(high);
    }

    public Amount times(Rational factor) {
        Rational one = low.times(factor);
        if (!isRange()) {
            return of(one, unit);
        }
        Rational other = high.times(factor);
        return one.compareTo(other) <= 0
                ? new Amount(one, other, unit)
                : new Amount(other, one, unit);
    }

    /// Both together, in this one's unit; empty when the units measure different things.
    public Optional<Amount> plus(Amount other) {
        return other.in(unit)
                .map(same -> new Amount(low.plus(same.low), high.plus(same.high), unit));
    }

    /// The same amount in another unit, exactly; empty when the units measure different things.
    /// Volume and mass are different things: see [Density].
    public Optional<Amount> in(Unit other) {
        if (unit.equals(other)) {
            return Optional.of(this);
        }
        if (unit instanceof Unit.Measure from
                && other instanceof Unit.Measure to
                && from.dimension() == to.dimension()) {
            Rational factor = from.factor().dividedBy(to.factor());
            return Optional.of(new Amount(low.times(factor), high.times(factor), other));
        }
        if (unit instanceof Unit.Degree from && other instanceof Unit.Degree to) {
            return Optional.of(
                    new Amount(
                            to.scale().fromCelsius(from.scale().toCelsius(low)),
                            to.scale().fromCelsius(from.scale().toCelsius(high)),
                            other));
        }
        return Optional.empty();
    }

    /// Whether both are exactly the same amount, whatever their units.
    public boolean isExactly(Amount other) {
        return other.in(unit).map(this::equals).orElse(false);
    }

    /// Whether both are the same amount as far as a cook writes it: each end within [#SHOWN_ALIKE].
    public boolean isShownLike(Amount other) {
        return other.in(unit)
                .map(same -> alike(low, same.low) && alike(high, same.high))
                .orElse(false);
    }

    private static boolean alike(Rational one, Rational other) {
        Rational larger =
                one.absolute().compareTo(other.absolute()) >= 0 ? one.absolute() : other.absolute();
        return one.minus(other).absolute().compareTo(larger.times(SHOWN_ALIKE)) <= 0;
    }

    /// As a cook writes it: `1 1/2 cup`, `2–3 clove`.
    @Override
    public String toString() {
        String number = isRange() ? low + "–" + high : low.toString();
        return unit.name().isEmpty() ? number : number + " " + unit.name();
    }
}
