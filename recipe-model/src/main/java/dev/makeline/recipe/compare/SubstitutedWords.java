package dev.makeline.recipe.compare;

import dev.makeline.recipe.compare.IngredientDifference.IngredientSubstituted;
import dev.makeline.recipe.food.FoodName;
import dev.makeline.recipe.step.StepChange.TextChanged;
import dev.makeline.recipe.step.TextPlace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words by which substitutes and what they replace are named. A step that names the substitute
/// follows from the substitution: that is one difference, not two.
record SubstitutedWords(Set<String> recipe, Set<String> make) {

    SubstitutedWords {
        recipe = Set.copyOf(recipe);
        make = Set.copyOf(make);
    }

    static SubstitutedWords of(List<IngredientDifference> differences) {
        Set<String> recipe = new HashSet<>();
        Set<String> make = new HashSet<>();
        for (IngredientDifference difference : differences) {
            if (difference instanceof IngredientSubstituted substituted) {
                recipe.addAll(FoodName.of(substituted.recipeName()).words());
                make.addAll(FoodName.of(substituted.subject().name()).words());
            }
        }
        return new SubstitutedWords(recipe, make);
    }

    /// Whether the texts differ in such words alone.
    boolean explain(TextChanged change, List<String> recipeTexts, List<String> makeTexts) {
        return !recipe.isEmpty()
                && !(change.onlyInRecipe().isEmpty() && change.onlyInMake().isEmpty())
                && areAll(change.onlyInRecipe(), recipeTexts, recipe)
                && areAll(change.onlyInMake(), makeTexts, make);
    }

    private static boolean areAll(List<TextPlace> places, List<String> texts, Set<String> words) {
        return places.stream()
                .map(place -> texts.get(place.text()).substring(place.start(), place.end()))
                .allMatch(word -> words.containsAll(FoodName.of(word).words()));
    }
}
