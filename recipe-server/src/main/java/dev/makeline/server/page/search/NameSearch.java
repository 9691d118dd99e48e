package dev.makeline.server.page.search;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.recipe.Head;
import dev.makeline.server.recipe.RecipeStore;
import dev.makeline.server.request.Found;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks through the names of recipes. Thread-safe; blocking.
@Singleton
final class NameSearch {

    private static final int SHOWN = 50;

    /// Names that one read asks for, and that one search looks through at most.
    private static final int READ = 500;

    private static final int MOST = 4_000;

    private final RecipeStore recipes;

    NameSearch(RecipeStore recipes) {
        this.recipes = recipes;
    }

    /// @param after the recipe that the search before ended with
    SearchPage find(String query, Optional<Long> after) {
        NameWords words = NameWords.of(query);
        if (words.isEmpty()) {
            return SearchPage.empty(query);
        }
        List<Head> matching = new ArrayList<>();
        Optional<Long> last = after;
        int looked = 0;
        boolean isMore = true;
        while (isMore && looked < MOST) {
            Found<Head> found = recipes.list(last.map(RecipesTable::listingOrder), READ);
            for (Head head : found.items()) {
                if (matching.size() == SHOWN) {
                    return new SearchPage(query, matching, last, after.isPresent());
                }
                if (words.areIn(head.recipeName())) {
                    matching.add(head);
                }
                last = Optional.of(head.recipeId());
            }
            looked += found.items().size();
            isMore =
                    !found.items().isEmpty() && (found.items().size() == READ || found.truncated());
        }
        return new SearchPage(query, matching, isMore ? last : Optional.empty(), after.isPresent());
    }
}
