package dev.makeline.recipe.step;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Adds steps that stand for none to the group of a neighbour when they say a part of what the
/// group's other side says: so a step is seen to be split, seen from the other side to be merged.
final class PartSteps {

    /// How much of what a step says must be in the one that it is a part of.
    private static final double PART = 0.45;

    private final StepSide whole;
    private final StepSide parts;
    private final Function<StepGroup, List<Integer>> wholeOf;
    private final Function<StepGroup, List<Integer>> partsOf;

    private PartSteps(
            StepSide whole,
            StepSide parts,
            Function<StepGroup, List<Integer>> wholeOf,
            Function<StepGroup, List<Integer>> partsOf) {
        this.whole = whole;
        this.parts = parts;
        this.wholeOf = wholeOf;
        this.partsOf = partsOf;
    }

    static void addSplit(StepSide recipe, StepSide make) {
        new PartSteps(recipe, make, StepGroup::recipes, StepGroup::makes).add();
    }

    static void addMerged(StepSide recipe, StepSide make) {
        new PartSteps(make, recipe, StepGroup::makes, StepGroup::recipes).add();
    }

    private void add() {
        int[] leftOver = parts.leftOver();
        for (int step : leftOver) {
            add(step);
        }
        for (int k = leftOver.length - 1; k >= 0; k--) {
            if (parts.group(leftOver[k]) == null) {
                add(leftOver[k]);
            }
        }
    }

    private void add(int step) {
        StepGroup before = parts.group(step - 1);
        StepGroup after = parts.group(step + 1);
        double withBefore = similarityWith(before, step);
        double withAfter = similarityWith(after, step);
        if (before != null && withBefore > 0 && withBefore >= withAfter) {
            put(before, step, withBefore);
        } else if (after != null && withAfter > 0) {
            put(after, step, withAfter);
        }
    }

    private void put(StepGroup group, int step, double similarity) {
        group.add(partsOf.apply(group), step, similarity);
        parts.put(step, group);
    }

    /// How like the two sides of a group are with this step; 0 when it does not belong there.
    private double similarityWith(@Nullable StepGroup group, int step) {
        if (group == null || wholeOf.apply(group).size() > 1) {
            return 0;
        }
        TermVector one = whole.vector(wholeOf.apply(group).getFirst());
        if (parts.vector(step).partIn(one) < PART) {
            return 0;
        }
        TermVector together = parts.vector(step);
        for (int other : partsOf.apply(group)) {
            together = together.with(parts.vector(other));
        }
        double similarity = one.similarity(together);
        return similarity > group.similarity() ? similarity : 0;
    }
}
