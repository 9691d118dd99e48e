package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Which steps of a make stand for which of the recipe. A pure function of the texts: seen from the
/// make it is the mirror image. O(n × m); 1,000 × 1,000 steps take less than a second.
///
/// @param matches each step of either side is in exactly one; in the recipe's order, with added
///   steps where they stand in the make
public record StepAlignment(List<StepMatch> matches) {

    public StepAlignment {
        matches = List.copyOf(matches);
    }

    public static StepAlignment of(List<String> recipeSteps, List<String> makeSteps) {
        return of(recipeSteps, makeSteps, new StepReadings());
    }

    /// @param readings of texts that were read before; receives those that must be read
    public static StepAlignment of(
            List<String> recipeSteps, List<String> makeSteps, StepReadings readings) {
        return recipeSteps.equals(makeSteps)
                ? new StepAlignment(kept(recipeSteps.size()))
                : ofReadings(readings.of(recipeSteps), readings.of(makeSteps));
    }

    public static StepAlignment ofReadings(List<StepReading> recipe, List<StepReading> make) {
        List<String> recipeTexts = recipe.stream().map(NormalText::of).toList();
        List<String> makeTexts = make.stream().map(NormalText::of).toList();
        if (recipeTexts.equals(makeTexts)) {
            return new StepAlignment(kept(recipe.size()));
        }
        // Several alignments may be equally good: always looking from the same side makes the
        // swapped alignment the mirror of this one.
        if (NormalText.order(recipeTexts, makeTexts) > 0) {
            return ofReadings(make, recipe).mirrored();
        }
        StepSide recipeSide = new StepSide(recipe, recipeTexts);
        StepSide makeSide = new StepSide(make, makeTexts);
        AlignedSteps.align(recipeSide, makeSide);
        return new StepAlignment(MatchOrder.of(matches(recipeSide, makeSide)));
    }

    /// The same seen from the make.
    public StepAlignment mirrored() {
        return new StepAlignment(MatchOrder.of(matches.stream().map(StepMatch::mirrored).toList()));
    }

    private static List<StepMatch> kept(int steps) {
        return IntStream.range(0, steps)
                .<StepMatch>mapToObj(step -> new StepMatch.Kept(step, step, 1))
                .toList();
    }

    private static List<StepMatch> matches(StepSide recipe, StepSide make) {
        List<StepMatch> matches = new ArrayList<>();
        Set<StepGroup> groups = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < recipe.size(); i++) {
            StepGroup group = recipe.group(i);
            if (group == null) {
                matches.add(new StepMatch.Removed(i));
            } else if (groups.add(group)) {
                matches.add(group.match());
            }
        }
        for (int j : make.leftOver()) {
            matches.add(new StepMatch.Added(j));
        }
        return matches;
    }
}
