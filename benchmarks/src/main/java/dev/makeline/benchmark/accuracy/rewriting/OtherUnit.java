package dev.makeline.benchmark.accuracy.rewriting;

import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.recipe.quantity.Densities;
import dev.makeline.recipe.quantity.Density;
import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.UnitSpelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Says the same amounts in other units, rounded as cooks do, by at most 1 %. Volume becomes mass,
/// and mass volume, only of foods whose density is known.
final class OtherUnit {

    /// The most of each unit that a cook would still count out.
    private static final Map<String, Integer> UNITS =
            Map.ofEntries(
                    Map.entry("tsp", 12),
                    Map.entry("tbsp", 24),
                    Map.entry("cup", 20),
                    Map.entry("fl oz", 40),
                    Map.entry("pint", 10),
                    Map.entry("quart", 8),
                    Map.entry("ml", 5000),
                    Map.entry("cl", 200),
                    Map.entry("dl", 30),
                    Map.entry("l", 10),
                    Map.entry("g", 5000),
                    Map.entry("kg", 10),
                    Map.entry("oz", 80),
                    Map.entry("lb", 12));

    /// Below this a cook takes a smaller unit.
    private static final Rational LEAST = Rational.of(1, 4);

    private static final Rational MOST_ROUNDED = Rational.of(1, 100);

    /// In these a cook writes numbers to the nearest of the given parts.
    private static final List<Integer> PARTS = List.of(1, 2, 4, 3, 8, 10, 100);

    private OtherUnit() {}

    static Draft apply(Draft draft, RandomGenerator random) {
        List<DraftIngredient> others = new ArrayList<>();
        for (DraftIngredient ingredient : draft.ingredients()) {
            others.add(
                    ingredient instanceof Measured measured && random.nextInt(3) > 0
                            ? inOther(measured, random).orElse(measured)
                            : ingredient);
        }
        return draft.withIngredients(others);
    }

    static Optional<Measured> inOther(Measured measured, RandomGenerator random) {
        if (!(UnitSpelling.of(measured.unit()).orElse(Unit.PIECE) instanceof Unit.Measure from)) {
            return Optional.empty();
        }
        Optional<Density> density = Densities.of(measured.food());
        List<Measured> choices = new ArrayList<>();
        if (from.dimension() == Dimension.VOLUME || from.dimension() == Dimension.MASS) {
            new TreeMap<>(UNITS)
                    .forEach((unit, most) -> add(choices, measured, from, unit, most, density));
        }
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    private static void add(
            List<Measured> choices,
            Measured measured,
            Unit.Measure from,
            String unit,
            int most,
            Optional<Density> density) {
        Unit.Measure to = (Unit.Measure) UnitSpelling.of(unit).orElseThrow();
        if (to.equals(from)) {
            return;
        }
        Rational base = measured.quantity().times(from.factor());
        Optional<Rational> converted =
                from.dimension() == to.dimension()
                        ? Optional.of(base)
                        : density.map(known ->
                                to.dimension() == Dimension.MASS
                                        ? base.times(known.gramsPerMillilitre())
                                        : base.dividedBy(known.gramsPerMillilitre()));
        converted
                .map(amount -> amount.dividedBy(to.factor()))
                .filter(amount ->
                        amount.compareTo(LEAST) >= 0 && amount.compareTo(Rational.of(most)) <= 0)
                .ifPresent(amount -> choices.add(measured.of(rounded(amount), unit)));
    }

    /// The roundest number within 1 %.
    static Rational rounded(Rational amount) {
        for (int step : List.of(50, 10, 5)) {
            Rational round = nearest(amount.dividedBy(Rational.of(step))).times(Rational.of(step));
            if (isNear(round, amount)) {
                return round;
            }
        }
        for (int parts : PARTS) {
            Rational round =
                    nearest(amount.times(Rational.of(parts))).dividedBy(Rational.of(parts));
            if (isNear(round, amount)) {
                return round;
            }
        }
        return amount;
    }

    private static boolean isNear(Rational round, Rational amount) {
        return round.minus(amount).absolute().compareTo(amount.times(MOST_ROUNDED)) <= 0;
    }

    private static Rational nearest(Rational number) {
        return Rational.of(Math.round(number.approximation().doubleValue()));
    }
}
