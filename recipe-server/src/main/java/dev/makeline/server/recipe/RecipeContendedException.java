package dev.makeline.server.recipe;

import dev.makeline.server.problem.UnavailableException;

/// Too many writers changed one recipe at once, or DynamoDB throttled it, for longer than the
/// bounded retry.
final class RecipeContendedException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    RecipeContendedException(long recipeId) {
        super(
                "Recipe %d could not be changed: others change it, or DynamoDB throttles it"
                        .formatted(recipeId));
    }
}
