package dev.makeline.recipe.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// One ingredient, step or number of a recipe, beside what each make has of it.
///
/// @param name the food, `step 3`, `added step`, `rating` or `servings`
/// @param recipe empty where only makes have it
/// @param makes one cell for each make, in the order of the makes
public record TableRow<T>(String name, Optional<T> recipe, List<TableCell<T>> makes) {

    public TableRow {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(recipe, "recipe");
        makes = List.copyOf(makes);
    }
}
