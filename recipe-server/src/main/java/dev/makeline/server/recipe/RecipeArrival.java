package dev.makeline.server.recipe;

/// Told of every recipe that may have arrived, so that what waits for it goes on.
@FunctionalInterface
public interface RecipeArrival {

    /// The recipe exists now. Idempotent; returns before what waits has gone on.
    void arrived(long recipeId);
}
