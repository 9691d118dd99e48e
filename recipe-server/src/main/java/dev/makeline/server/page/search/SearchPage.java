package dev.makeline.server.page.search;

import dev.makeline.server.recipe.Head;
import java.util.List;
import java.util.Optional;

/// Recipes whose names have all words of a query.
///
/// @param next where a search for more goes on
/// @param isContinued whether recipes before these were looked through already
public record SearchPage(
        String query, List<Head> recipes, Optional<Long> next, boolean isContinued) {

    public SearchPage {
        recipes = List.copyOf(recipes);
    }

    static SearchPage empty(String query) {
        return new SearchPage(query, List.of(), Optional.empty(), false);
    }

    public boolean isAsked() {
        return !query.isBlank();
    }
}
