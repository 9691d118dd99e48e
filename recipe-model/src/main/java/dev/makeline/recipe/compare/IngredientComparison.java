package dev.makeline.recipe.compare;

import dev.makeline.recipe.compare.IngredientDifference.IngredientAdded;
import dev.makeline.recipe.compare.IngredientDifference.IngredientRemoved;
import dev.makeline.recipe.compare.IngredientDifference.IngredientSubstituted;
import dev.makeline.recipe.compare.IngredientDifference.PreparationChanged;
import dev.makeline.recipe.compare.IngredientDifference.QuantityChanged;
import dev.makeline.recipe.compare.IngredientDifference.Subject;
import dev.makeline.recipe.compare.IngredientDifference.UnitChanged;
import dev.makeline.recipe.food.Foods;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.step.Magnitude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds what is otherwise about matched ingredients. One difference for one change: a substitute
/// in another amount is one.
final class IngredientComparison {

    /// Of what has no counterpart, another reading is possible: a substitute that nobody sees.
    private static final double UNMATCHED = 0.9;

    private static final double BY_ONE_SIDE = 0.6;
    private static final double CANNOT_TELL = 0.5;
    private static final double PREPARATION = 0.8;

    private final BatchFactor batch;
    private final List<IngredientDifference> differences = new ArrayList<>();
    private final Telling telling;

    IngredientComparison(BatchFactor batch, Telling telling) {
        this.batch = batch;
        this.telling = telling;
    }

    List<IngredientDifference> compare(IngredientMatch match) {
        int removed = 0;
        for (IngredientPair pair : match.pairs()) {
            removed = addRemoved(match.removed(), removed, pair.recipe().index());
            compare(pair);
        }
        addRemoved(match.removed(), removed, Integer.MAX_VALUE);
        for (ReadIngredient added : match.added()) {
            differences.add(new IngredientAdded(ofMake(added), added.amount(), UNMATCHED));
        }
        return differences;
    }

    /// What stands before `index` in the recipe; so differences come in its order.
    private int addRemoved(List<ReadIngredient> removed, int from, int index) {
        int next = from;
        while (next < removed.size() && removed.get(next).index() < index) {
            differences.add(new IngredientRemoved(ofRecipe(removed.get(next)), UNMATCHED));
            next++;
        }
        return next;
    }

    private void compare(IngredientPair pair) {
        AmountOutcome amounts = AmountComparison.of(pair.recipe(), pair.make(), batch.value());
        boolean sameFood = isSameFood(pair);
        if (sameFood) {
            compareAmounts(pair, amounts);
        } else {
            differences.add(substituted(pair, amounts));
        }
        PreparationChange.between(pair)
                .filter(change -> sameFood || change.isSaidByBoth())
                .ifPresent(change ->
                        differences.add(
                                new PreparationChanged(
                                        subject(pair),
                                        change.recipe(),
                                        change.make(),
                                        PREPARATION)));
    }

    private boolean isSameFood(IngredientPair pair) {
        if (Foods.same(pair.recipe().food(), pair.make().food())
                || NameSlip.isBetween(pair.recipe().name(), pair.make().name())) {
            return true;
        }
        if (Foods.isMorePrecise(pair.recipe().food(), pair.make().food())) {
            telling.morePrecise(pair);
            return true;
        }
        return false;
    }

    private void compareAmounts(IngredientPair pair, AmountOutcome amounts) {
        if (pair.recipe().amount().isPresent() && pair.make().amount().isPresent()) {
            telling.measured();
        }
        switch (amounts) {
            case AmountOutcome.Same same -> telling.sameAmount(pair, same);
            case AmountOutcome.Changed changed -> differences.add(changed(pair, changed));
            case AmountOutcome.Incomparable incomparable ->
                    differences.add(incomparable(pair, incomparable));
            case AmountOutcome.SaidOnce _ ->
                    differences.add(
                            new QuantityChanged(
                                    subject(pair),
                                    expected(pair),
                                    pair.make().amount(),
                                    Optional.empty(),
                                    BatchFactor.ONE,
                                    BY_ONE_SIDE));
        }
    }

    private IngredientDifference changed(IngredientPair pair, AmountOutcome.Changed changed) {
        return changed.otherUnit()
                ? new UnitChanged(
                        subject(pair),
                        changed.expected(),
                        changed.made(),
                        Optional.of(size(changed)),
                        false,
                        1)
                : new QuantityChanged(
                        subject(pair),
                        Optional.of(changed.expected()),
                        Optional.of(changed.made()),
                        Optional.of(size(changed)),
                        batch,
                        1);
    }

    private IngredientDifference incomparable(
            IngredientPair pair, AmountOutcome.Incomparable incomparable) {
        return new UnitChanged(
                subject(pair),
                expected(pair).orElseThrow(),
                pair.make().amount().orElseThrow(),
                Optional.empty(),
                incomparable.missingDensity(),
                CANNOT_TELL);
    }

    private IngredientDifference substituted(IngredientPair pair, AmountOutcome amounts) {
        return new IngredientSubstituted(
                subject(pair),
                pair.recipe().name(),
                expected(pair),
                pair.make().amount(),
                amounts instanceof AmountOutcome.Same,
                amounts instanceof AmountOutcome.Changed changed
                        ? Optional.of(size(changed))
                        : Optional.empty(),
                (1 + pair.likeness()) / 2);
    }

    private Optional<Amount> expected(IngredientPair pair) {
        return pair.recipe().amount().map(amount -> amount.times(batch.value()));
    }

    private static Magnitude size(AmountOutcome.Changed changed) {
        return new Magnitude(
                changed.expected(), Optional.of(changed.difference()), changed.ratio(), false);
    }

    private static Subject subject(IngredientPair pair) {
        return new Subject(
                pair.id(),
                Optional.of(pair.recipe().written()),
                Optional.of(pair.make().written()),
                pair.make().name(),
                Places.ingredients(
                        IntStream.of(pair.recipe().index()), IntStream.of(pair.make().index())));
    }

    private static Subject ofRecipe(ReadIngredient removed) {
        return new Subject(
                removed.id(),
                Optional.of(removed.written()),
                Optional.empty(),
                removed.name(),
                Places.ingredients(IntStream.of(removed.index()), IntStream.empty()));
    }

    private static Subject ofMake(ReadIngredient added) {
        return new Subject(
                added.id(),
                Optional.empty(),
                Optional.of(added.written()),
                added.name(),
                Places.ingredients(IntStream.empty(), IntStream.of(added.index())));
    }
}
