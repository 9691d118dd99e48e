package dev.makeline.benchmark.accuracy.score;

import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.compare.Difference;
import dev.makeline.recipe.compare.RecipeComparison;
import java.util.List;

/// What the comparison claims: the one place that knows how it says so.
public final class Compared {

    private Compared() {}

    /// Without repeats, in the comparison's order.
    public static List<Claim> claims(Recipe recipe, Recipe make) {
        return RecipeComparison.compare(recipe, make).differences().stream()
                .map(Compared::claim)
                .distinct()
                .toList();
    }

    private static Claim claim(Difference difference) {
        List<String> inRecipe = difference.places().recipe();
        Place place =
                inRecipe.isEmpty()
                        ? Place.ofMake(difference.places().make().getFirst())
                        : Place.ofRecipe(inRecipe.getFirst());
        return new Claim(difference.kind(), place);
    }
}
