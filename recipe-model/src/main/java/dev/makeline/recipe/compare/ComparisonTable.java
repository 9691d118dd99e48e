package dev.makeline.recipe.compare;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Many makes of one recipe side by side: a row for each ingredient and each step that the recipe
/// or any make has. A pure function of the documents; takes as long as twice the comparisons.
///
/// @param comparisons of each make with the recipe, in the order of the makes
/// @param ingredients the recipe's in its order, then those that only makes have, in the order of
///   their first appearance; the same food of several makes is one row
/// @param steps the same of steps; added ones of the same words are one row
public record ComparisonTable(
        List<Comparison> comparisons,
        List<TableRow<Ingredient>> ingredients,
        List<TableRow<Step>> steps,
        TableRow<BigDecimal> rating,
        TableRow<BigDecimal> servings) {

    public ComparisonTable {
        comparisons = List.copyOf(comparisons);
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
    }

    public static ComparisonTable of(Recipe recipe, List<Recipe> makes) {
        List<ComparedMake> compared =
                makes.stream().map(make -> ComparedMake.of(recipe, make)).toList();
        return new ComparisonTable(
                compared.stream().map(ComparedMake::comparison).toList(),
                IngredientRows.of(recipe, compared),
                StepRows.of(recipe, compared),
                numbers("rating", recipe, compared, Recipe::rating),
                numbers("servings", recipe, compared, Recipe::servings));
    }

    private static TableRow<BigDecimal> numbers(
            String field,
            Recipe recipe,
            List<ComparedMake> makes,
            Function<Recipe, Optional<BigDecimal>> number) {
        List<TableCell<BigDecimal>> cells = new ArrayList<>();
        for (ComparedMake compared : makes) {
            cells.add(
                    number.apply(compared.make())
                            .map(value -> compared.present(List.of(value), "/" + field))
                            .orElseGet(() -> new TableCell.Absent<>(TableCell.Absence.NOT_SAID)));
        }
        return new TableRow<>(field, number.apply(recipe), cells);
    }
}
