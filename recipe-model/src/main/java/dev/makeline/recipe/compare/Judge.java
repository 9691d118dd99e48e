package dev.makeline.recipe.compare;

import dev.makeline.recipe.Limit;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Tolerances;
import dev.makeline.recipe.compare.Difference.RatingChanged;
import dev.makeline.recipe.compare.Difference.YieldChanged;
import dev.makeline.recipe.compare.IngredientDifference.IngredientAdded;
import dev.makeline.recipe.compare.IngredientDifference.IngredientRemoved;
import dev.makeline.recipe.compare.IngredientDifference.IngredientSubstituted;
import dev.makeline.recipe.compare.IngredientDifference.PreparationChanged;
import dev.makeline.recipe.compare.IngredientDifference.QuantityChanged;
import dev.makeline.recipe.compare.IngredientDifference.UnitChanged;
import dev.makeline.recipe.compare.StepDifference.StepAdded;
import dev.makeline.recipe.compare.StepDifference.StepChanged;
import dev.makeline.recipe.compare.StepDifference.StepMerged;
import dev.makeline.recipe.compare.StepDifference.StepMoved;
import dev.makeline.recipe.compare.StepDifference.StepQuantityChanged;
import dev.makeline.recipe.compare.StepDifference.StepRemoved;
import dev.makeline.recipe.compare.StepDifference.StepSplit;
import dev.makeline.recipe.food.Allergen;
import dev.makeline.recipe.line.IngredientLine;
import dev.makeline.recipe.step.Magnitude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides how much differences matter, by the tolerances of the recipe. The tolerances of a make
/// do not count.
final class Judge {

    private final Recipe recipe;
    private final Tolerances tolerances;
    private final NewAllergens allergens;

    /// @param ingredients of the recipe
    Judge(Recipe recipe, List<ReadIngredient> ingredients) {
        this.recipe = recipe;
        this.tolerances = recipe.tolerances().or(Tolerances.DEFAULTS);
        this.allergens = new NewAllergens(ingredients);
    }

    JudgedDifference judge(Difference difference) {
        Set<Allergen> brought = allergens.broughtBy(difference);
        Judgement judgement = brought.isEmpty() ? judgement(difference) : Judgement.CRITICAL;
        return new JudgedDifference(difference, judgement, brought);
    }

    private Judgement judgement(Difference difference) {
        return switch (difference) {
            case RatingChanged _, StepSplit _, StepMerged _ -> Judgement.WITHIN_TOLERANCE;
            case YieldChanged yield -> bySize(yield.size(), tolerances.yieldPercent());
            case QuantityChanged quantity ->
                    bySize(quantity.magnitude(), ofIngredient(quantity).quantityPercent());
            case UnitChanged unit -> bySize(unit.magnitude(), ofIngredient(unit).quantityPercent());
            case StepQuantityChanged quantity -> judgement(quantity);
            case IngredientRemoved removed ->
                    isOptional(removed) ? Judgement.WITHIN_TOLERANCE : Judgement.DEVIATION;
            case IngredientSubstituted _,
                    IngredientAdded _,
                    PreparationChanged _,
                    StepChanged _,
                    StepMoved _,
                    StepAdded _,
                    StepRemoved _ ->
                    Judgement.DEVIATION;
        };
    }

    private static boolean isOptional(IngredientRemoved removed) {
        return removed.subject().recipe().stream()
                .map(ingredient -> ingredient.original().orElseGet(ingredient::name))
                .anyMatch(line -> IngredientLine.read(line).optional());
    }

    private Judgement judgement(StepQuantityChanged changed) {
        Tolerances own = ofStep(changed);
        return switch (changed.quantity()) {
            case TIME -> bySize(changed.size(), own.timePercent());
            case COUNT -> bySize(changed.size(), own.countPercent());
            case LENGTH -> bySize(changed.size(), own.lengthPercent());
            case AMOUNT -> bySize(changed.size(), own.quantityPercent());
            case TEMPERATURE ->
                    within(Sizes.celsius(changed.size()), own.temperatureCelsius().orElseThrow());
        };
    }

    private static Judgement bySize(Magnitude size, Optional<Limit> limit) {
        return bySize(Optional.of(size), limit);
    }

    /// What has no size in percent is a deviation: from nothing, or to another unit.
    private static Judgement bySize(Optional<Magnitude> size, Optional<Limit> limit) {
        return within(size.flatMap(Sizes::percent), limit.orElseThrow());
    }

    private static Judgement within(Optional<BigDecimal> size, Limit limit) {
        if (size.isEmpty()) {
            return Judgement.DEVIATION;
        }
        if (size.get().compareTo(limit.within()) <= 0) {
            return Judgement.WITHIN_TOLERANCE;
        }
        return limit.critical().filter(bound -> size.get().compareTo(bound) > 0).isPresent()
                ? Judgement.CRITICAL
                : Judgement.DEVIATION;
    }

    private Tolerances ofIngredient(IngredientDifference difference) {
        return difference
                .subject()
                .recipe()
                .map(ingredient -> ingredient.tolerances().or(tolerances))
                .orElse(tolerances);
    }

    private Tolerances ofStep(StepDifference difference) {
        return difference.subject().recipe().stream()
                .map(place -> recipe.steps().get(place).tolerances())
                .reduce(Tolerances.UNSET, Tolerances::or)
                .or(tolerances);
    }
}
