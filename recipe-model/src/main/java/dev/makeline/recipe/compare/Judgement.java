package dev.makeline.recipe.compare;

/// How much a difference matters, from least to most.
public enum Judgement {
    /// Small enough to be the recipe, or not a matter of how the make was done.
    WITHIN_TOLERANCE("within-tolerance"),
    /// The make is not what the recipe says.
    DEVIATION("deviation"),
    /// A person must look: a new allergen, or beyond a limit that the recipe calls critical.
    CRITICAL("critical");

    private final String label;

    Judgement(String label) {
        this.label = label;
    }

    /// The word in JSON and in metrics.
    public String label() {
        return label;
    }
}
