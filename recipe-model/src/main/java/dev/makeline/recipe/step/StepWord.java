package dev.makeline.recipe.step;

/// A word of a step.
///
/// @param stem what all forms of the word share: `bake` and `baking` are `bak`
/// @param spelling the word in lower case and without accents; joined when written apart, as in
///   `pre-heat`
public record StepWord(String stem, String spelling, TextPlace place) implements StepItem {}
