package dev.makeline.document.found;

import java.util.Optional;

/// One line of ingredients as it was found.
///
/// @param line cleaned, not blank
/// @param group the heading that it stands under: "For the sauce"
public record FoundIngredient(String line, Optional<String> group) {

    public FoundIngredient {
        if (line.isBlank()) {
            throw new IllegalArgumentException("A line of ingredients is not blank");
        }
    }
}
