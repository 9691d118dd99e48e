package dev.makeline.recipe.compare;

/// An ingredient of the make that stands for one of the recipe.
///
/// @param likeness of the two, from 0 to 1; 1 for the same food
record IngredientPair(ReadIngredient recipe, ReadIngredient make, double likeness) {

    IngredientPair mirrored() {
        return new IngredientPair(/* recipe= */ make, /* make= */ recipe, likeness);
    }

    /// The id in the recipe, else in the make, else the place in the recipe counted from 1.
    long id() {
        return recipe.written()
                .ingredientId()
                .orElseGet(() -> make.written().ingredientId().orElse(recipe.index() + 1L));
    }
}
