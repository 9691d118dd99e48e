package dev.makeline.recipe.step;

/// A piece of what a step says.
public sealed interface StepItem permits StepWord, StepQuantity {

    /// Where it stands in the text.
    TextPlace place();
}
