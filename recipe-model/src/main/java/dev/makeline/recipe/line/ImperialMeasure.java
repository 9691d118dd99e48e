package dev.makeline.recipe.line;

import dev.makeline.recipe.line.LineAmount.Role;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.Units;
import java.util.List;
import java.util.Optional;

/// Settles by a metric amount in the same line which country's pint is meant: "1 pint (570 ml)" is
/// an imperial one. Without such a hint the unit stays the US one.
final class ImperialMeasure {

    /// Cooks round 568 ml to 570 or 600; the US pint of 473 ml lies further off.
    private static final Rational ROUNDING = Rational.of(6, 100);

    /// More than any real line has; each is held against each.
    private static final int MOST_AMOUNTS = 10;

    private ImperialMeasure() {}

    static List<LineAmount> settle(List<LineAmount> amounts) {
        return amounts.size() > MOST_AMOUNTS ? List.copyOf(amounts) : settleAll(amounts);
    }

    private static List<LineAmount> settleAll(List<LineAmount> amounts) {
        return amounts.stream().map(amount -> settled(amount, amounts)).toList();
    }

    private static LineAmount settled(LineAmount amount, List<LineAmount> all) {
        return Units.imperialOf(amount.amount().unit())
                .filter(imperial -> isMeant(amount.amount(), imperial, all))
                .map(imperial ->
                        new LineAmount(
                                withUnit(amount.amount(), imperial),
                                amount.role(),
                                amount.approximate()))
                .orElse(amount);
    }

    private static boolean isMeant(Amount amount, Unit imperial, List<LineAmount> all) {
        return all.stream()
                .filter(other -> other.role() == Role.TOTAL || other.role() == Role.EQUIVALENT)
                .map(LineAmount::amount)
                .filter(other -> Units.isMetric(other.unit()))
                .anyMatch(metric ->
                        isNear(withUnit(amount, imperial), metric) && !isNear(amount, metric));
    }

    private static boolean isNear(Amount amount, Amount metric) {
        Optional<Rational> said = metric.in(Units.MILLILITRE).map(Amount::low);
        Optional<Rational> meant = amount.in(Units.MILLILITRE).map(Amount::low);
        return said.isPresent()
                && meant.isPresent()
                && said.get().minus(meant.get()).absolute().compareTo(said.get().times(ROUNDING))
                        <= 0;
    }

    private static Amount withUnit(Amount amount, Unit unit) {
        return new Amount(amount.low(), amount.high(), unit);
    }
}
