package dev.makeline.server.page.recipe;

import dev.makeline.server.recipe.Head;
import java.util.List;
import java.util.Optional;

/// All recipes, a page of them.
///
/// @param next the id after which the next page begins
public record RecipesPage(List<Head> recipes, Optional<Long> next, boolean isFirst) {

    public RecipesPage {
        recipes = List.copyOf(recipes);
    }

    public boolean isEmpty() {
        return recipes.isEmpty() && isFirst;
    }
}
