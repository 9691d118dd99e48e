package dev.makeline.recipe;

import java.util.Objects;
import java.util.OptionalLong;

/// One instruction of a recipe.
///
/// @param stepId as the document numbers it; may repeat or be absent
/// @param text not blank
public record Step(OptionalLong stepId, String text) {

    public Step {
        Objects.requireNonNull(stepId, "stepId");
        if (text.isBlank()) {
            throw new IllegalArgumentException("A step needs a text");
        }
    }
}
