package dev.makeline.recipe.compare;

/// Which part of an ingredient a difference is about. An ingredient that was added or left out
/// differs in its name: it has none on the other side.
public enum IngredientField {
    QUANTITY("quantity"),
    MEASUREMENT("measurement"),
    INGREDIENT_NAME("ingredientName");

    private final String label;

    IngredientField(String label) {
        this.label = label;
    }

    /// The word in JSON.
    public String label() {
        return label;
    }
}
