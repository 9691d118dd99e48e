package dev.makeline.recipe.compare;

/// What stands in the recipe and what stands in the make, as texts; empty where a side has nothing.
public record Sides(String recipe, String make) {}
