package dev.makeline.recipe.step;

import dev.makeline.recipe.quantity.Rational;
import java.util.ArrayList;
import java.util.List;

/// What changed inside a step that stands for another. Nothing, when the two differ only in case,
/// punctuation, articles, the spelling of words, in how a quantity is written, or by the batch
/// factor.
///
/// @param changes changed quantities in the recipe's order, then changed words
public record StepComparison(List<StepChange> changes) {

    public StepComparison {
        changes = List.copyOf(changes);
    }

    /// @param batch the make's size as a multiple of the recipe's; more than 0
    public static StepComparison of(String recipe, String make, Rational batch) {
        return of(List.of(recipe), List.of(make), batch);
    }

    /// For a step that was split or steps that were merged: what they say together.
    ///
    /// @param batch the make's size as a multiple of the recipe's; more than 0
    public static StepComparison of(List<String> recipe, List<String> make, Rational batch) {
        StepReadings readings = new StepReadings();
        return ofReadings(readings.of(recipe), readings.of(make), batch);
    }

    /// The same of texts that are read already.
    public static StepComparison ofReadings(
            List<StepReading> recipe, List<StepReading> make, Rational batch) {
        SameInBatch sameInBatch = new SameInBatch(batch);
        SaidTogether recipeSays = SaidTogether.of(recipe);
        SaidTogether makeSays = SaidTogether.of(make);
        List<QuantityPairs.Pair> pairs = QuantityPairs.of(recipeSays, makeSays, sameInBatch);
        List<StepChange> changes = new ArrayList<>(quantityChanges(pairs, sameInBatch));
        TextComparison.of(recipeSays, makeSays, pairs).ifPresent(changes::add);
        return new StepComparison(changes);
    }

    public boolean isEquivalent() {
        return changes.isEmpty();
    }

    private static List<QuantityChange> quantityChanges(
            List<QuantityPairs.Pair> pairs, SameInBatch sameInBatch) {
        return pairs.stream()
                .filter(pair -> !sameInBatch.isSame(pair.recipe(), pair.make()))
                .sorted(QuantityPairs.IN_RECIPE)
                .map(pair ->
                        QuantityChange.of(
                                pair.recipe(),
                                pair.make(),
                                sameInBatch.magnitude(pair.recipe(), pair.make())))
                .toList();
    }
}
