package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether two quantities that stand beside each other are one; each answer is its amounts.
final class SameQuantity {

    private SameQuantity() {}

    /// `1 hour 30 minutes`: the second in a smaller unit.
    static Optional<List<Amount>> sum(StepQuantity one, StepQuantity other) {
        boolean smaller =
                one.amount().unit() instanceof Unit.Measure large
                        && other.amount().unit() instanceof Unit.Measure small
                        && large.dimension() == small.dimension()
                        && large.factor().compareTo(small.factor()) > 0
                        && !one.amount().isRange()
                        && inUnits(one.amount(), small).compareTo(other.amount().high()) > 0;
        return smaller ? one.amount().plus(other.amount()).map(List::of) : Optional.empty();
    }

    /// `an hour and a half`
    static Optional<List<Amount>> plusFraction(StepQuantity one, StepQuantity other) {
        boolean fraction =
                other.amount().unit().equals(Unit.PIECE)
                        && other.amount().high().compareTo(Rational.ONE) < 0;
        return fraction
                ? one.amount()
                        .plus(
                                new Amount(
                                        other.amount().low(),
                                        other.amount().high(),
                                        one.amount().unit()))
                        .map(List::of)
                : Optional.empty();
    }

    /// `30 minutes to 1 hour`. Degrees are left out: "from 200°C to 180°C" is no range.
    static Optional<List<Amount>> range(StepQuantity one, StepQuantity other) {
        if (one.kind() == QuantityKind.TEMPERATURE
                || one.amount().isRange()
                || other.amount().isRange()) {
            return Optional.empty();
        }
        return one.amount()
                .in(other.amount().unit())
                .filter(low -> low.low().compareTo(other.amount().high()) < 0)
                .map(low ->
                        List.of(
                                new Amount(
                                        low.low(), other.amount().high(), other.amount().unit())));
    }

    /// `350°F (180°C)`: the same once more.
    ///
    /// @param explicit whether brackets or a slash say so: then another system of units is enough,
    ///   since people change one of the two and forget the other
    static Optional<List<Amount>> restated(StepQuantity one, StepQuantity other, boolean explicit) {
        boolean sameKind =
                one.kind() == other.kind()
                        && one.amounts().stream()
                                .noneMatch(amount -> amount.unit().equals(other.amount().unit()));
        boolean restated =
                one.amounts().stream()
                        .anyMatch(amount ->
                                CooksRounding.same(one.kind(), amount, other.amount())
                                        || (explicit && isOtherSystem(amount, other.amount())));
        if (!sameKind || !restated) {
            return Optional.empty();
        }
        List<Amount> amounts = new ArrayList<>(one.amounts());
        amounts.addAll(other.amounts());
        return Optional.of(amounts);
    }

    private static boolean isOtherSystem(Amount one, Amount other) {
        return switch (one.unit()) {
            case Unit.Degree _ -> other.unit() instanceof Unit.Degree;
            case Unit.Measure measure ->
                    measure.dimension() != Dimension.TIME
                            && measure.dimension() != Dimension.COUNT
                            && (CooksRounding.isMetric(one.unit())
                                            != CooksRounding.isMetric(other.unit())
                                    || one.in(other.unit()).isEmpty());
            case Unit.Portion _, Unit.Unknown _ -> false;
        };
    }

    private static Rational inUnits(Amount amount, Unit unit) {
        return amount.in(unit).orElse(amount).low();
    }
}
