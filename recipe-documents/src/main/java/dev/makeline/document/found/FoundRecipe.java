package dev.makeline.document.found;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A recipe as a foreign form says it. Its texts are cleaned, but not yet held to any limit.
///
/// @param name blank when it has none
/// @param id its `@id`, when that is an address that names it anywhere
/// @param url where it was published
/// @param rating 0 or more
/// @param yield what it makes, as written
/// @param servings how many, more than 0
/// @param unread sentences about what could not be read
public record FoundRecipe(
        String name,
        Optional<String> id,
        Optional<String> url,
        Optional<BigDecimal> rating,
        Optional<String> yield,
        Optional<BigDecimal> servings,
        FoundTimes times,
        List<FoundIngredient> ingredients,
        List<FoundStep> steps,
        List<String> unread) {

    public FoundRecipe {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(times, "times");
        ingredients = List.copyOf(ingredients);
        steps = List.copyOf(steps);
        unread = List.copyOf(unread);
    }

    /// The same, where it has no name of its own.
    public FoundRecipe orNamed(String other) {
        return name.isBlank()
                ? new FoundRecipe(
                        other, id, url, rating, yield, servings, times, ingredients, steps, unread)
                : this;
    }

    public boolean isEmpty() {
        return ingredients.isEmpty() && steps.isEmpty();
    }
}
