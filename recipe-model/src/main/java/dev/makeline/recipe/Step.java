package dev.makeline.recipe;

import java.util.Objects;
import java.util.OptionalLong;

/// One instruction of a recipe.
///
/// @param stepId as the document numbers it; may repeat or be absent
/// @param text not blank
/// @param tolerances for what this step measures alone
public record Step(OptionalLong stepId, String text, Tolerances tolerances) {

    public Step {
        Objects.requireNonNull(stepId, "stepId");
        Objects.requireNonNull(tolerances, "tolerances");
        if (text.isBlank()) {
            throw new IllegalArgumentException("A step needs a text");
        }
    }

    public Step(OptionalLong stepId, String text) {
        this(stepId, text, Tolerances.UNSET);
    }
}
