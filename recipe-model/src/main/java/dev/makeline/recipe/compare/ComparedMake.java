package dev.makeline.recipe.compare;

import dev.makeline.recipe.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One make of a [ComparisonTable] beside its recipe.
///
/// @param byPlace the differences that name a JSON pointer into the make's document
record ComparedMake(
        Recipe make, Comparison comparison, Map<String, List<JudgedDifference>> byPlace) {

    static ComparedMake of(Recipe recipe, Recipe make) {
        Comparison comparison = RecipeComparison.compare(recipe, make);
        Map<String, List<JudgedDifference>> byPlace = new HashMap<>();
        for (JudgedDifference judged : comparison.judged()) {
            for (String place : judged.difference().places().make()) {
                byPlace.computeIfAbsent(place, _ -> new ArrayList<>(1)).add(judged);
            }
        }
        return new ComparedMake(make, comparison, byPlace);
    }

    /// @param places where the values stand in the make's document; a difference of several of them
    ///   is told once
    <T> TableCell<T> present(List<T> values, String... places) {
        return present(values, List.of(places));
    }

    <T> TableCell<T> present(List<T> values, List<String> places) {
        List<JudgedDifference> differences =
                places.stream()
                        .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
                        .distinct()
                        .toList();
        return new TableCell.Present<>(values, differences);
    }
}
