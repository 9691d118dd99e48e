package dev.makeline.recipe.quantity;

/// What a measure measures; each constant names the base that factors refer to.
public enum Dimension {
    /// In millilitres.
    VOLUME,
    /// In grams.
    MASS,
    /// In millimetres.
    LENGTH,
    /// In seconds.
    TIME,
    /// In pieces.
    COUNT;

    /// Whether it tells how much of a food there is, other than by counting.
    public boolean isOfFood() {
        return this == VOLUME || this == MASS;
    }
}
