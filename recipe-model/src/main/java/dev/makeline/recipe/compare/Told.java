package dev.makeline.recipe.compare;

/// Something that a make says otherwise than its recipe, and that is no difference.
///
/// @param kind stable, in kebab-case: `scaled`, `other-unit`, `by-density`, `other-order`,
///   `more-precise`
/// @param sentence for people
public record Told(String kind, String sentence) {}
