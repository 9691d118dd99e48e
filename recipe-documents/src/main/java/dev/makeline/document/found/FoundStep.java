package dev.makeline.document.found;

import java.util.Optional;

/// One step as it was found.
///
/// @param text cleaned, not blank
/// @param section the part of the recipe that it belongs to: "Frosting"; where a section's name was
///   written as a line among the steps, that line is a step with the name as its text
public record FoundStep(String text, Optional<String> section) {

    public FoundStep {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A step is not blank");
        }
    }
}
