package dev.makeline.recipe.line;

/// What a token of an ingredient line says.
enum Field {
    /// Brackets and commas, and whatever nobody has claimed yet.
    NONE,
    QUANTITY,
    UNIT,
    NAME,
    PREPARATION,
    COMMENT
}
