package dev.makeline.server.make;

import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.compare.ComparisonTable;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.recipe.CurrentRecipe;
import dev.makeline.server.recipe.CurrentRecipes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Compares several makes of one recipe with its current revision, now. Thread-safe; blocking.
@Singleton
public final class MakesSideBySide {

    /// As many columns as a person reads; all are one read of DynamoDB.
    public static final int MOST_MAKES = 50;

    /// Ingredients and steps of all documents of a request: what is lined up in about a second.
    private static final int MOST_LINES = 6_000;

    private final CurrentRecipes recipes;
    private final MakeStore store;
    private final MakeDocuments documents;

    MakesSideBySide(CurrentRecipes recipes, MakeStore store, MakeDocuments documents) {
        this.recipes = recipes;
        this.store = store;
        this.documents = documents;
    }

    /// @param makes in the order of the table's columns
    public record Compared(CurrentRecipe recipe, List<Make> makes, ComparisonTable table) {
        public Compared {
            makes = List.copyOf(makes);
        }
    }

    /// @throws ProblemException with 404 for a recipe or make that there is not, with 400 for too
    ///   much at once
    public Compared compare(long recipeId, Set<Long> makeIds) {
        if (makeIds.size() > MOST_MAKES) {
            throw refused(
                    "makes names %d makes; a table holds at most %d."
                            .formatted(makeIds.size(), MOST_MAKES));
        }
        CurrentRecipe recipe =
                recipes.find(recipeId)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.RECIPE_NOT_FOUND,
                                        "There is no recipe %d.".formatted(recipeId)));
        List<Make> found = found(recipeId, makeIds);
        List<Recipe> contents = found.stream().map(documents::content).toList();
        checkLines(recipe.content(), contents);
        return new Compared(recipe, found, ComparisonTable.of(recipe.content(), contents));
    }

    private List<Make> found(long recipeId, Set<Long> ids) {
        Map<Long, Make> found = store.findAll(recipeId, ids);
        List<Long> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemType.MAKE_NOT_FOUND,
                    "Recipe %d has no such makes: %s.".formatted(recipeId, missing));
        }
        return ids.stream().map(found::get).toList();
    }

    private static void checkLines(Recipe recipe, List<Recipe> makes) {
        long lines = lines(recipe) + makes.stream().mapToLong(MakesSideBySide::lines).sum();
        if (lines > MOST_LINES) {
            throw refused(
                    "These makes have %d ingredients and steps in all; compare fewer at once, up to %d."
                            .formatted(lines, MOST_LINES));
        }
    }

    private static long lines(Recipe recipe) {
        return (long) recipe.ingredients().size() + recipe.steps().size();
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(ProblemType.INVALID_REQUEST, sentence);
    }
}
