package dev.makeline.recipe.compare;

import dev.makeline.recipe.food.Foods;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Densities;
import dev.makeline.recipe.quantity.Density;
import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.Units;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Compares how much of a food two ingredients say.
final class AmountComparison {

    /// A cup written as 250 ml is 5.7 % off, an ounce as 30 g 5.8 %: the coarsest in use.
    private static final Rational BETWEEN_SYSTEMS = Rational.of(6, 100);

    /// How firmly foods are packed into a cup: sources differ by about this much.
    private static final Rational BY_DENSITY = Rational.of(10, 100);

    private static final Rational HALF = Rational.of(1, 2);

    private AmountComparison() {}

    /// Two amounts that can be compared.
    ///
    /// @param recipe as one of its ways to say it
    /// @param make in the recipe's unit
    /// @param written the make's amount in its own unit
    /// @param rounding what the way between them may change, as a part of the larger
    /// @param density by which a volume became a mass or a mass a volume
    private record Converted(
            Amount recipe,
            Amount make,
            Amount written,
            Rational rounding,
            Optional<Density> density) {

        boolean isSame(Rational batch) {
            Amount expected = recipe.times(batch);
            return (near(expected.low(), make.low(), batch)
                            && near(expected.high(), make.high(), batch))
                    || isWithin(make, expected, batch)
                    || isWithin(expected, make, batch);
        }

        /// A value inside a range is what the range asks for.
        private boolean isWithin(Amount value, Amount range, Rational batch) {
            return !value.isRange()
                    && range.isRange()
                    && (value.low().compareTo(range.low()) >= 0
                            || near(range.low(), value.low(), batch))
                    && (value.low().compareTo(range.high()) <= 0
                            || near(range.high(), value.low(), batch));
        }

        /// Whole numbers of one unit are written exactly, others may be rounded; so may what is not
        /// whole in a batch of either size, 100 g in thirds, seen from both sides.
        private boolean near(Rational expected, Rational made, Rational batch) {
            if (expected.equals(made)) {
                return true;
            }
            boolean exact =
                    sameUnit(recipe, written)
                            && areWhole(expected, made)
                            && areWhole(expected.dividedBy(batch), made.dividedBy(batch));
            Rational larger = expected.compareTo(made) >= 0 ? expected : made;
            return !exact && expected.minus(made).absolute().compareTo(larger.times(rounding)) <= 0;
        }

        private static boolean areWhole(Rational one, Rational other) {
            return one.isWhole() && other.isWhole();
        }

        Optional<Rational> ratio() {
            Rational asked = middle(recipe);
            Rational made = middle(make);
            return asked.signum() > 0 && made.signum() > 0
                    ? Optional.of(made.dividedBy(asked))
                    : Optional.empty();
        }
    }

    /// By how much the make's amount is larger; empty where the two cannot be compared or one is
    /// nothing.
    static Optional<Rational> ratio(ReadIngredient recipe, ReadIngredient make) {
        return best(recipe, make).flatMap(Converted::ratio);
    }

    /// Whether `factor` times the recipe's amount is the make's.
    static boolean isSame(ReadIngredient recipe, ReadIngredient make, Rational factor) {
        if (recipe.amounts().isEmpty() || make.amounts().isEmpty()) {
            return recipe.amounts().isEmpty() && make.amounts().isEmpty();
        }
        return same(recipe, make, best(recipe, make), factor).isPresent();
    }

    /// @param batch the make's size as a multiple of the recipe's
    static AmountOutcome of(ReadIngredient recipe, ReadIngredient make, Rational batch) {
        if (recipe.amounts().isEmpty() || make.amounts().isEmpty()) {
            return recipe.amounts().isEmpty() && make.amounts().isEmpty()
                    ? new AmountOutcome.Same(Optional.empty(), Optional.empty())
                    : new AmountOutcome.SaidOnce();
        }
        Optional<Converted> best = best(recipe, make);
        if (best.isEmpty()) {
            return new AmountOutcome.Incomparable(isMissingDensity(recipe, make));
        }
        return same(recipe, make, best, batch)
                .map(pair -> same(recipe.amounts().getFirst(), make.amounts().getFirst(), pair))
                .orElseGet(() -> changed(best.get(), batch));
    }

    private static Optional<Converted> same(
            ReadIngredient recipe, ReadIngredient make, Optional<Converted> best, Rational batch) {
        return best.filter(pair -> pair.isSame(batch))
                .or(() -> sameAnotherWay(recipe, make, batch));
    }

    private static AmountOutcome same(Amount recipe, Amount make, Converted pair) {
        return new AmountOutcome.Same(
                sameUnit(recipe, make) ? Optional.empty() : Optional.of(make.unit()),
                pair.density());
    }

    private static AmountOutcome changed(Converted amounts, Rational batch) {
        Amount expected = amounts.recipe().times(batch);
        Amount difference =
                Amount.of(middle(amounts.make()).minus(middle(expected)), amounts.recipe().unit());
        Optional<Rational> ratio = amounts.ratio().map(own -> own.dividedBy(batch));
        boolean otherUnit =
                !sameUnit(amounts.recipe(), amounts.written())
                        && (isNumberKept(amounts.recipe(), amounts.written())
                                || isNumberKept(expected, amounts.written()));
        return new AmountOutcome.Changed(expected, amounts.written(), difference, ratio, otherUnit);
    }

    /// Amounts first said in one unit are decided by those.
    private static Optional<Converted> sameAnotherWay(
            ReadIngredient recipe, ReadIngredient make, Rational batch) {
        if (sameUnit(recipe.amounts().getFirst(), make.amounts().getFirst())) {
            return Optional.empty();
        }
        return ways(recipe, make).filter(pair -> pair.isSame(batch)).findFirst();
    }

    /// The pair of ways to say it that compares most exactly.
    private static Optional<Converted> best(ReadIngredient recipe, ReadIngredient make) {
        if (!recipe.amounts().isEmpty() && !make.amounts().isEmpty()) {
            Amount first = recipe.amounts().getFirst();
            Amount own = make.amounts().getFirst();
            if (sameUnit(first, own)) {
                return Optional.of(inSameUnit(first, own));
            }
        }
        return ways(recipe, make).min(Comparator.comparing(Converted::rounding));
    }

    private static Stream<Converted> ways(ReadIngredient recipe, ReadIngredient make) {
        return recipe.amounts().stream()
                .flatMap(one ->
                        make.amounts().stream()
                                .flatMap(other ->
                                        converted(one, other, () -> density(one, recipe, make))
                                                .stream()));
    }

    private static Optional<Density> density(
            Amount ofRecipe, ReadIngredient recipe, ReadIngredient make) {
        return isVolume(ofRecipe) ? density(recipe, make) : density(make, recipe);
    }

    private static Converted inSameUnit(Amount recipe, Amount make) {
        Amount same = new Amount(make.low(), make.high(), recipe.unit());
        return new Converted(recipe, same, make, Amount.SHOWN_ALIKE, Optional.empty());
    }

    private static Optional<Converted> converted(
            Amount recipe, Amount make, Supplier<Optional<Density>> density) {
        if (sameUnit(recipe, make)) {
            return Optional.of(inSameUnit(recipe, make));
        }
        return make.in(recipe.unit())
                .map(same ->
                        new Converted(recipe, same, make, rounding(recipe, make), Optional.empty()))
                .or(() ->
                        isVolumeAndMass(recipe.unit(), make.unit())
                                ? density.get().flatMap(known -> weighed(recipe, make, known))
                                : Optional.empty());
    }

    private static Optional<Converted> weighed(Amount recipe, Amount make, Density density) {
        return density.convert(make, recipe.unit())
                .map(same -> new Converted(recipe, same, make, BY_DENSITY, Optional.of(density)));
    }

    private static Rational rounding(Amount one, Amount other) {
        return Units.isMetric(one.unit()) == Units.isMetric(other.unit())
                ? Amount.SHOWN_ALIKE
                : BETWEEN_SYSTEMS;
    }

    /// What fills the cups decides; the other's name tells its density only where both name one
    /// food.
    private static Optional<Density> density(ReadIngredient volume, ReadIngredient mass) {
        return Densities.of(volume.name())
                .or(() -> isOneFood(volume, mass) ? Densities.of(mass.name()) : Optional.empty());
    }

    private static boolean isOneFood(ReadIngredient one, ReadIngredient other) {
        return Foods.same(one.food(), other.food())
                || NameSlip.isBetween(one.name(), other.name())
                || Foods.isMorePrecise(one.food(), other.food());
    }

    private static boolean isVolume(Amount amount) {
        return amount.unit() instanceof Unit.Measure measure
                && measure.dimension() == Dimension.VOLUME;
    }

    private static boolean isMissingDensity(ReadIngredient recipe, ReadIngredient make) {
        return recipe.amounts().stream()
                .anyMatch(one ->
                        make.amounts().stream()
                                .anyMatch(other -> isVolumeAndMass(one.unit(), other.unit())));
    }

    private static boolean isVolumeAndMass(Unit one, Unit other) {
        return one instanceof Unit.Measure left
                && other instanceof Unit.Measure right
                && left.dimension() != right.dimension()
                && left.dimension().isOfFood()
                && right.dimension().isOfFood();
    }

    static boolean sameUnit(Amount one, Amount other) {
        return one.unit().equals(other.unit())
                || ((one.unit().equals(Unit.PIECE) || other.unit().equals(Unit.PIECE))
                        && KitchenUnit.isCount(one.unit())
                        && KitchenUnit.isCount(other.unit()));
    }

    private static boolean isNumberKept(Amount one, Amount other) {
        return new Amount(one.low(), one.high(), Unit.PIECE)
                .isShownLike(new Amount(other.low(), other.high(), Unit.PIECE));
    }

    private static Rational middle(Amount amount) {
        return amount.isRange() ? amount.low().plus(amount.high()).times(HALF) : amount.low();
    }
}
