package dev.makeline.recipe.compare;

import dev.makeline.recipe.food.Allergen;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A difference and how much it matters.
///
/// @param newAllergens what this difference brings in that no ingredient of the recipe has; such a
///   difference is critical
public record JudgedDifference(
        Difference difference, Judgement judgement, Set<Allergen> newAllergens) {

    public JudgedDifference {
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(judgement, "judgement");
        newAllergens = Set.copyOf(newAllergens);
    }

    /// The difference as a cook would say it, with the allergens that it brings in; one sentence.
    public String sentence() {
        return newAllergens.isEmpty()
                ? difference.sentence()
                : Wording.sentence(difference.clause() + "; new allergen: " + allergens());
    }

    private String allergens() {
        return EnumSet.copyOf(newAllergens).stream()
                .map(allergen -> allergen.label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
