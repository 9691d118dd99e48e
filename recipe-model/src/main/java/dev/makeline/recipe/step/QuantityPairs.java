package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Which quantity of a make's step stands for which of the recipe's: by their place when only
/// numbers differ; else in order, as many equivalent ones as possible, then those that are left
/// between two of these, of the same kind each.
final class QuantityPairs {

    record Pair(StepQuantity recipe, StepQuantity make) {}

    static final Comparator<Pair> IN_RECIPE =
            Comparator.comparing(
                    pair -> pair.recipe().place(),
                    Comparator.comparingInt(TextPlace::text).thenComparingInt(TextPlace::start));

    /// Quantities in a step beyond which they are paired by their place alone; a step of a recipe
    /// has few.
    private static final int MOST = 200;

    private QuantityPairs() {}

    static List<Pair> of(SaidTogether recipe, SaidTogether make, SameInBatch sameInBatch) {
        return recipe.shape().equals(make.shape())
                ? between(recipe.quantities(), make.quantities())
                : ofEachKind(recipe.quantities(), make.quantities(), sameInBatch);
    }

    private static List<Pair> ofEachKind(
            List<StepQuantity> recipe, List<StepQuantity> make, SameInBatch sameInBatch) {
        List<Pair> pairs = new ArrayList<>();
        for (QuantityKind kind : kinds(recipe)) {
            pairs.addAll(ofOneKind(only(kind, recipe), only(kind, make), sameInBatch));
        }
        return pairs;
    }

    private static Set<QuantityKind> kinds(List<StepQuantity> quantities) {
        Set<QuantityKind> kinds = EnumSet.noneOf(QuantityKind.class);
        quantities.forEach(quantity -> kinds.add(quantity.kind()));
        return kinds;
    }

    /// Several pairings may be equally good: always looking from the same side makes the swapped
    /// one the mirror of this one.
    private static List<Pair> ofOneKind(
            List<StepQuantity> recipe, List<StepQuantity> make, SameInBatch sameInBatch) {
        boolean alone = recipe.size() == 1 && make.size() == 1;
        if (alone || NormalText.order(amounts(recipe), amounts(make)) <= 0) {
            return oriented(recipe, make, sameInBatch::isSame);
        }
        return oriented(make, recipe, (made, own) -> sameInBatch.isSame(own, made)).stream()
                .map(pair -> new Pair(/* recipe= */ pair.make(), /* make= */ pair.recipe()))
                .toList();
    }

    private static List<String> amounts(List<StepQuantity> quantities) {
        return quantities.stream().map(quantity -> quantity.amounts().toString()).toList();
    }

    private static List<StepQuantity> only(QuantityKind kind, List<StepQuantity> quantities) {
        List<StepQuantity> only = new ArrayList<>();
        for (StepQuantity quantity : quantities) {
            if (quantity.kind() == kind) {
                only.add(quantity);
            }
        }
        return only;
    }

    private static List<Pair> oriented(
            List<StepQuantity> recipe,
            List<StepQuantity> make,
            BiPredicate<StepQuantity, StepQuantity> same) {
        List<Pair> pairs = new ArrayList<>();
        int[] equivalent = equivalent(recipe, make, same);
        int from = 0;
        int makeFrom = 0;
        for (int i = 0; i < recipe.size(); i++) {
            if (equivalent[i] != OrderedPairs.NONE) {
                pairs.addAll(
                        between(recipe.subList(from, i), make.subList(makeFrom, equivalent[i])));
                pairs.add(new Pair(recipe.get(i), make.get(equivalent[i])));
                from = i + 1;
                makeFrom = equivalent[i] + 1;
            }
        }
        pairs.addAll(
                between(recipe.subList(from, recipe.size()), make.subList(makeFrom, make.size())));
        return pairs;
    }

    private static int[] equivalent(
            List<StepQuantity> recipe,
            List<StepQuantity> make,
            BiPredicate<StepQuantity, StepQuantity> same) {
        boolean few = recipe.size() <= MOST && make.size() <= MOST;
        double[][] worth = new double[recipe.size()][few ? make.size() : 0];
        for (int i = 0; few && i < recipe.size(); i++) {
            for (int j = 0; j < make.size(); j++) {
                worth[i][j] = same.test(recipe.get(i), make.get(j)) ? 1 : 0;
            }
        }
        return OrderedPairs.of(worth, few ? make.size() : 0);
    }

    private static List<Pair> between(List<StepQuantity> recipe, List<StepQuantity> make) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(recipe.size(), make.size()); i++) {
            Optional.of(new Pair(recipe.get(i), make.get(i)))
                    .filter(QuantityPairs::isComparable)
                    .ifPresent(pairs::add);
        }
        return pairs;
    }

    /// Four balls are no other number of five slices.
    private static boolean isComparable(Pair pair) {
        return pair.recipe().kind() != QuantityKind.COUNT
                || pair.recipe().amount().unit().equals(pair.make().amount().unit());
    }
}
