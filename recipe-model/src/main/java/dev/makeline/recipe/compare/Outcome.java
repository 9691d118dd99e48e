package dev.makeline.recipe.compare;

/// How a make relates to its recipe.
public enum Outcome {
    /// Nothing was done differently.
    EXACT("exact"),
    /// The same dish in another size, other units or another order, or within tolerance.
    EQUIVALENT("equivalent"),
    /// Something was done differently.
    DEVIATING("deviating");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /// The word in JSON and in metrics.
    public String label() {
        return label;
    }
}
