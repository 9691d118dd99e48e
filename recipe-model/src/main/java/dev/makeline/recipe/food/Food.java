package dev.makeline.recipe.food;

import java.util.List;
import java.util.Set;

/// A food of the table.
///
/// @param name the name that it goes by here
/// @param family the name of the foods that may stand for it, as in "fats"
/// @param synonyms other names of the same food
/// @param allergens what it is made of by nature or by its usual recipe; no traces
public record Food(String name, String family, List<String> synonyms, Set<Allergen> allergens) {

    public Food {
        synonyms = List.copyOf(synonyms);
        allergens = Set.copyOf(allergens);
    }
}
