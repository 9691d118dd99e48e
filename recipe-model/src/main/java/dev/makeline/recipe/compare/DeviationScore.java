package dev.makeline.recipe.compare;

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
import java.util.List;

/// How far a make is from its recipe in one number, from 0, made as it says, to 100, another dish.
/// Points by what a difference does to a dish; they order makes, and are no percentage of anything.
final class DeviationScore {

    private static final int MOST = 100;
    private static final int CRITICAL = 40;

    private DeviationScore() {}

    static int of(List<JudgedDifference> differences) {
        long points = differences.stream().mapToLong(DeviationScore::points).sum();
        return (int) Math.min(MOST, points);
    }

    private static int points(JudgedDifference judged) {
        return switch (judged.judgement()) {
            case WITHIN_TOLERANCE -> 0;
            case DEVIATION -> points(judged.difference());
            case CRITICAL -> CRITICAL + points(judged.difference());
        };
    }

    private static int points(Difference difference) {
        return switch (difference) {
            case RatingChanged _, StepSplit _, StepMerged _ -> 0;
            case PreparationChanged _, StepMoved _ -> 3;
            case YieldChanged _, StepChanged _ -> 5;
            case StepAdded _, StepRemoved _ -> 8;
            case IngredientSubstituted _, IngredientAdded _, IngredientRemoved _ -> 10;
            case QuantityChanged quantity -> bySize(quantity);
            case UnitChanged unit -> bySize(unit);
            case StepQuantityChanged quantity -> bySize(quantity);
        };
    }

    /// From 2, just beyond tolerance, to 10, double or half of it or 50 °C off.
    private static int bySize(Difference difference) {
        double share =
                difference
                        .magnitude()
                        .flatMap(size ->
                                Sizes.percent(size)
                                        .or(() ->
                                                Sizes.celsius(size)
                                                        .map(degrees -> degrees.add(degrees))))
                        .map(size -> size.doubleValue() / 100)
                        .orElse(1.0);
        return 2 + (int) Math.round(8 * Math.min(1, share));
    }
}
