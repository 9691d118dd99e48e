package dev.makeline.server.recipe;

import java.util.Optional;

/// What a caller wants done with a recipe document.
public sealed interface RecipeChange {

    /// Only when the recipe does not exist, or has this very content.
    record Create() implements RecipeChange {}

    /// Only when the recipe exists.
    ///
    /// @param ifMatch the header's value
    record Update(Optional<String> ifMatch) implements RecipeChange {}

    /// A file from the bucket: whichever it is, unless a newer version of the file was taken.
    record Take(ObjectOrder order) implements RecipeChange {}
}
