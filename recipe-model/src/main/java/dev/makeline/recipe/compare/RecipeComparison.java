package dev.makeline.recipe.compare;

import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.compare.Difference.RatingChanged;
import java.util.ArrayList;
import java.util.List;

/// Compares a make with its recipe. A pure function: the same two always give the same comparison,
/// seen from the make it is the mirror image (but for roundings of yields), and no recipe makes it
/// fail. At most O(n × m) in ingredients and in steps, but for up to 64 ingredients that are not
/// plainly the same (see [Assignment]).
public final class RecipeComparison {

    private RecipeComparison() {}

    /// @param original the revision that the make is pinned to; its tolerances judge
    public static Comparison compare(Recipe original, Recipe make) {
        IngredientReader reader = new IngredientReader();
        List<ReadIngredient> asked = reader.read(original.ingredients());
        List<ReadIngredient> used = reader.read(make.ingredients());
        IngredientMatch match = IngredientMatching.match(original, make, asked, used);
        BatchFactor batch = BatchInference.of(original, make, match.pairs());
        Telling telling = new Telling();
        telling.scaled(batch);
        telling.otherOrder(match);
        List<Difference> differences = new ArrayList<>();
        List<IngredientDifference> ofIngredients =
                new IngredientComparison(batch, telling).compare(match);
        differences.addAll(ofIngredients);
        differences.addAll(
                new StepsComparison(
                                original.steps(),
                                make.steps(),
                                batch,
                                SubstitutedWords.of(ofIngredients),
                                telling)
                        .compare());
        YieldComparison.of(original, make, batch).ifPresent(differences::add);
        original.rating()
                .flatMap(rated ->
                        make.rating()
                                .filter(own -> own.compareTo(rated) != 0)
                                .map(own -> new RatingChanged(rated, own)))
                .ifPresent(differences::add);
        Judge judge = new Judge(original, asked);
        return new Comparison(
                differences.stream().map(judge::judge).toList(),
                batch,
                telling.otherUnits(),
                telling.told());
    }
}
