package dev.makeline.recipe.compare;

/// Which part of a recipe a difference is about.
public enum RecipeField {
    RATING("rating"),
    INGREDIENT("ingredient"),
    INSTRUCTION("instruction");

    private final String label;

    RecipeField(String label) {
        this.label = label;
    }

    /// The word in JSON.
    public String label() {
        return label;
    }
}
