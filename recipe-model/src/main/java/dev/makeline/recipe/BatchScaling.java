package dev.makeline.recipe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells by how much a make was scaled as a whole: the ratio that a clear majority of its
/// ingredients share.
///
/// A clear majority is two ingredients at least and two thirds of those that can be compared; when
/// the servings were scaled by the same ratio, more than half is enough, and one ingredient too.
final class BatchScaling {

    private BatchScaling() {}

    static BatchFactor of(Recipe recipe, Recipe make, Pairing pairing) {
        List<BatchFactor> ratios = ratios(recipe, make, pairing);
        Map<BatchFactor, Integer> votes = new LinkedHashMap<>();
        ratios.forEach(ratio -> votes.merge(ratio, 1, Integer::sum));
        BatchFactor servings = servings(recipe, make);
        for (Map.Entry<BatchFactor, Integer> candidate : votes.entrySet()) {
            int sharing = candidate.getValue();
            boolean byServings = !servings.isOne() && candidate.getKey().equals(servings);
            boolean clear =
                    byServings
                            ? sharing * 2 > ratios.size()
                            : sharing >= 2 && sharing * 3 >= ratios.size() * 2;
            if (clear) {
                return candidate.getKey();
            }
        }
        return BatchFactor.ONE;
    }

    private static List<BatchFactor> ratios(Recipe recipe, Recipe make, Pairing pairing) {
        List<BatchFactor> ratios = new ArrayList<>(pairing.recipeSize());
        for (int i = 0; i < pairing.recipeSize(); i++) {
            if (pairing.hasRecipe(i)) {
                Ingredient original = recipe.ingredients().get(i);
                Ingredient made = make.ingredients().get(pairing.makeOf(i));
                if (isComparable(original, made)) {
                    ratios.add(
                            BatchFactor.between(
                                    original.quantity().orElse(BigDecimal.ZERO),
                                    made.quantity().orElse(BigDecimal.ZERO)));
                }
            }
        }
        return ratios;
    }

    private static boolean isComparable(Ingredient original, Ingredient made) {
        return original.quantity().orElse(BigDecimal.ZERO).signum() > 0
                && made.quantity().orElse(BigDecimal.ZERO).signum() > 0
                && Spelling.sameMeasurement(original.measurement(), made.measurement());
    }

    private static BatchFactor servings(Recipe recipe, Recipe make) {
        BigDecimal original = recipe.servings().orElse(BigDecimal.ONE);
        return recipe.servings().isPresent() && make.servings().isPresent()
                ? BatchFactor.between(original, make.servings().get())
                : BatchFactor.ONE;
    }
}
