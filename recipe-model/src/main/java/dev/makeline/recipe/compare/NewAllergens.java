package dev.makeline.recipe.compare;

import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.compare.IngredientDifference.IngredientAdded;
import dev.makeline.recipe.compare.IngredientDifference.IngredientSubstituted;
import dev.makeline.recipe.food.Allergen;
import dev.makeline.recipe.food.Allergens;
import dev.makeline.recipe.food.FoodName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which allergens a make has that no ingredient of its recipe has. Looks at the ingredients alone;
/// what a step alone names is not seen. Not thread-safe: the recipe's are found when first asked
/// for, which is never for a make with the same foods.
final class NewAllergens {

    private final List<ReadIngredient> recipe;
    private @Nullable Set<Allergen> known;

    NewAllergens(List<ReadIngredient> recipe) {
        this.recipe = recipe;
    }

    Set<Allergen> broughtBy(Difference difference) {
        return switch (difference) {
            case IngredientAdded added -> newIn(added.subject());
            case IngredientSubstituted substituted -> newIn(substituted.subject());
            case IngredientDifference _,
                    StepDifference _,
                    Difference.YieldChanged _,
                    Difference.RatingChanged _ ->
                    Set.of();
        };
    }

    private Set<Allergen> newIn(IngredientDifference.Subject subject) {
        Set<Allergen> brought = EnumSet.noneOf(Allergen.class);
        subject.make().map(NewAllergens::of).ifPresent(brought::addAll);
        if (!brought.isEmpty()) {
            brought.removeAll(known());
        }
        return brought;
    }

    private Set<Allergen> known() {
        Set<Allergen> found = known;
        if (found == null) {
            found = EnumSet.noneOf(Allergen.class);
            for (ReadIngredient ingredient : recipe) {
                found.addAll(of(ingredient.written()));
            }
            known = found;
        }
        return found;
    }

    private static Set<Allergen> of(Ingredient ingredient) {
        return Allergens.in(FoodName.of(ingredient.name()));
    }
}
