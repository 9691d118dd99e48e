package dev.makeline.recipe.compare;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.compare.TableCell.Absence;
import dev.makeline.recipe.food.Foods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines up the ingredients of many makes: by what stands for which ingredient of the recipe, and
/// those that only makes have by their food.
final class IngredientRows {

    private record Added(ReadIngredient first, RowCells<Ingredient> cells) {}

    private final int makes;
    private final List<RowCells<Ingredient>> ofRecipe = new ArrayList<>();
    private final List<Added> added = new ArrayList<>();

    private IngredientRows(int ingredients, int makes) {
        this.makes = makes;
        for (int i = 0; i < ingredients; i++) {
            ofRecipe.add(new RowCells<>(makes, Absence.REMOVED));
        }
    }

    static List<TableRow<Ingredient>> of(Recipe recipe, List<ComparedMake> makes) {
        IngredientReader reader = new IngredientReader();
        List<ReadIngredient> asked = reader.read(recipe.ingredients());
        IngredientRows rows = new IngredientRows(asked.size(), makes.size());
        for (int i = 0; i < makes.size(); i++) {
            Recipe make = makes.get(i).make();
            List<ReadIngredient> used = reader.read(make.ingredients());
            rows.add(i, makes.get(i), IngredientMatching.match(recipe, make, asked, used));
        }
        return rows.rows(asked);
    }

    private void add(int make, ComparedMake compared, IngredientMatch match) {
        for (IngredientPair pair : match.pairs()) {
            ofRecipe.get(pair.recipe().index()).put(make, cell(compared, pair.make()));
        }
        for (ReadIngredient ingredient : match.added()) {
            cellsOf(ingredient, make).put(make, cell(compared, ingredient));
        }
    }

    /// What a make has twice stands in two rows.
    private RowCells<Ingredient> cellsOf(ReadIngredient ingredient, int make) {
        for (Added row : added) {
            if (row.cells().isAbsent(make) && Foods.same(row.first().food(), ingredient.food())) {
                return row.cells();
            }
        }
        Added row = new Added(ingredient, new RowCells<>(makes, Absence.NEVER_THERE));
        added.add(row);
        return row.cells();
    }

    private static TableCell<Ingredient> cell(ComparedMake compared, ReadIngredient ingredient) {
        return compared.present(
                List.of(ingredient.written()), "/ingredients/" + ingredient.index());
    }

    private List<TableRow<Ingredient>> rows(List<ReadIngredient> asked) {
        List<TableRow<Ingredient>> rows = new ArrayList<>();
        for (ReadIngredient ingredient : asked) {
            rows.add(
                    new TableRow<>(
                            Wording.name(ingredient.name()),
                            Optional.of(ingredient.written()),
                            ofRecipe.get(ingredient.index()).cells()));
        }
        for (Added row : added) {
            rows.add(
                    new TableRow<>(
                            Wording.name(row.first().name()),
                            Optional.empty(),
                            row.cells().cells()));
        }
        return rows;
    }
}
