package dev.makeline.recipe.compare;

import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.quantity.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells by how much a make was scaled as a whole: the factor that most of its ingredients follow,
/// however much one or two of them deviate. O(n log n).
final class BatchInference {

    /// Of the ingredients that can be compared, how many must follow a factor: two in five, when no
    /// other factor has as many. Fewer are single changes that happen to agree.
    private static final int FOLLOWING_PARTS = 5;

    private static final int FOLLOWING = 2;

    /// Tried with every ingredient; the ratios that most ingredients share come first.
    private static final int CANDIDATES = 8;

    private final List<IngredientPair> pairs;
    private final List<Rational> ratios = new ArrayList<>();

    private BatchInference(List<IngredientPair> pairs) {
        this.pairs = new ArrayList<>(pairs.size());
        for (IngredientPair pair : pairs) {
            AmountComparison.ratio(pair.recipe(), pair.make())
                    .ifPresent(ratio -> {
                        this.pairs.add(pair);
                        ratios.add(ratio);
                    });
        }
    }

    /// @param pairs of the same food
    static BatchFactor of(Recipe recipe, Recipe make, List<IngredientPair> pairs) {
        return new BatchFactor(new BatchInference(pairs).factor(servings(recipe, make)));
    }

    private Rational factor(Optional<Rational> servings) {
        if (ratios.size() > 1 && ratios.stream().distinct().count() == 1) {
            return ratios.getFirst();
        }
        Rational best = Rational.ONE;
        int most = following(Rational.ONE);
        List<Rational> candidates = candidates();
        for (Rational candidate : candidates) {
            int following = following(candidate);
            if (following > most && isBatch(following)) {
                best = candidate;
                most = following;
            }
        }
        int needed = Math.max(1, most);
        return servings.filter(factor -> following(factor) >= needed)
                .orElse(isContested(best, most, candidates) ? Rational.ONE : best);
    }

    /// Whether the make is as likely that many times larger as smaller; so it is neither, from both
    /// sides.
    private boolean isContested(Rational factor, int following, List<Rational> candidates) {
        Rational reverse = Rational.ONE.dividedBy(factor);
        return !factor.equals(reverse)
                && candidates.contains(reverse)
                && count(reverse) == count(factor)
                && following(reverse) == following;
    }

    private long count(Rational factor) {
        return ratios.stream().filter(factor::equals).count();
    }

    private boolean isBatch(int following) {
        return following >= 2 && following * FOLLOWING_PARTS >= pairs.size() * FOLLOWING;
    }

    private int following(Rational factor) {
        int following = 0;
        for (IngredientPair pair : pairs) {
            if (AmountComparison.isSame(pair.recipe(), pair.make(), factor)) {
                following++;
            }
        }
        return following;
    }

    /// Rounded amounts give ratios beside the true one; the simplest of the common ones is it.
    private List<Rational> candidates() {
        Map<Rational, Integer> votes = new HashMap<>();
        ratios.forEach(ratio -> votes.merge(ratio, 1, Integer::sum));
        return votes.entrySet().stream()
                .sorted(
                        Map.Entry.<Rational, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry::getKey, SIMPLEST_FIRST))
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static final Comparator<Rational> SIMPLEST_FIRST =
            Comparator.<Rational>comparingInt(ratio ->
                            Math.max(
                                    ratio.numerator().bitLength(), ratio.denominator().bitLength()))
                    .thenComparing(BatchInference::distanceFromOne)
                    .thenComparing(Comparator.naturalOrder());

    private static Rational distanceFromOne(Rational ratio) {
        return ratio.compareTo(Rational.ONE) >= 0 ? ratio : Rational.ONE.dividedBy(ratio);
    }

    private static Optional<Rational> servings(Recipe recipe, Recipe make) {
        return recipe.servings()
                .flatMap(original ->
                        make.servings()
                                .map(own -> Rational.of(own).dividedBy(Rational.of(original))));
    }
}
