package dev.makeline.recipe.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which ingredient of a make stands for which of the recipe.
///
/// @param pairs in the recipe's order
/// @param removed in the recipe alone, in its order
/// @param added in the make alone, in its order
record IngredientMatch(
        List<IngredientPair> pairs, List<ReadIngredient> removed, List<ReadIngredient> added) {

    IngredientMatch {
        pairs = List.copyOf(pairs);
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /// @param taken the pairs that were found, in any order
    static IngredientMatch of(
            List<ReadIngredient> recipe, List<ReadIngredient> make, List<IngredientPair> taken) {
        boolean[] inRecipe = new boolean[recipe.size()];
        boolean[] inMake = new boolean[make.size()];
        for (IngredientPair pair : taken) {
            inRecipe[pair.recipe().index()] = true;
            inMake[pair.make().index()] = true;
        }
        List<IngredientPair> pairs = new ArrayList<>(taken);
        pairs.sort(Comparator.comparingInt(pair -> pair.recipe().index()));
        return new IngredientMatch(pairs, left(recipe, inRecipe), left(make, inMake));
    }

    /// The same seen from the make.
    IngredientMatch mirrored() {
        List<IngredientPair> mirrored =
                pairs.stream()
                        .map(IngredientPair::mirrored)
                        .sorted(Comparator.comparingInt(pair -> pair.recipe().index()))
                        .toList();
        return new IngredientMatch(mirrored, /* removed= */ added, /* added= */ removed);
    }

    private static List<ReadIngredient> left(List<ReadIngredient> all, boolean[] taken) {
        return all.stream().filter(ingredient -> !taken[ingredient.index()]).toList();
    }
}
