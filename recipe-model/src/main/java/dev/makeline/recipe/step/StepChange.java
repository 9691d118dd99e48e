package dev.makeline.recipe.step;

import java.util.List;

/// What was done differently inside a step.
public sealed interface StepChange permits QuantityChange, StepChange.TextChanged {

    /// Other words.
    ///
    /// @param recipe the text of the recipe's step, or of its steps with a space between
    /// @param make the same of the make
    /// @param similarity the part of words and quantities that both have, from 0 to 1
    /// @param onlyInRecipe words and quantities that the make does not have; nothing on both sides
    ///   when only the order is another
    /// @param onlyInMake the same of the make
    record TextChanged(
            String recipe,
            String make,
            double similarity,
            List<TextPlace> onlyInRecipe,
            List<TextPlace> onlyInMake)
            implements StepChange {
        public TextChanged {
            onlyInRecipe = List.copyOf(onlyInRecipe);
            onlyInMake = List.copyOf(onlyInMake);
        }
    }
}
