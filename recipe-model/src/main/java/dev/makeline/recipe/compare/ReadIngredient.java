package dev.makeline.recipe.compare;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.food.FoodName;
import dev.makeline.recipe.quantity.Amount;
import java.util.List;
import java.util.Optional;

/// An ingredient as it is compared.
///
/// @param index in its list, from 0
/// @param amounts the same amount in all the ways that the ingredient says it: what decides first;
///   empty where none is said
/// @param name the food as written, without amount, preparation and comment
/// @param preparation what was done to it before, as written; empty for nothing
/// @param comment what else is said, as written
record ReadIngredient(
        int index,
        Ingredient written,
        List<Amount> amounts,
        FoodName food,
        String name,
        String preparation,
        String comment) {

    ReadIngredient {
        amounts = List.copyOf(amounts);
    }

    Optional<Amount> amount() {
        return amounts.isEmpty() ? Optional.empty() : Optional.of(amounts.getFirst());
    }

    /// The id in the document, else the place counted from 1.
    long id() {
        return written.ingredientId().orElse(index + 1L);
    }
}
