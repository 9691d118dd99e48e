package dev.makeline.server.recipe;

import dev.makeline.recipe.Recipe;

/// What makes of a recipe are compared with: its current revision.
public record CurrentRecipe(long recipeId, int revision, Recipe content, int documentCharacters) {}
