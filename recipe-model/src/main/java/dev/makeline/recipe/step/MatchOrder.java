package dev.makeline.recipe.step;

import dev.makeline.recipe.step.StepMatch.Added;
import dev.makeline.recipe.step.StepMatch.Kept;
import dev.makeline.recipe.step.StepMatch.Merged;
import dev.makeline.recipe.step.StepMatch.Moved;
import dev.makeline.recipe.step.StepMatch.Removed;
import dev.makeline.recipe.step.StepMatch.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts matches into the recipe's order, with added steps where they stand in the make.
public final class MatchOrder {

    private MatchOrder() {}

    /// @param matches in any order; each step of either side in at most one
    public static List<StepMatch> of(List<StepMatch> matches) {
        List<StepMatch> added = added(matches);
        List<StepMatch> ordered = new ArrayList<>(matches.size());
        int next = 0;
        for (StepMatch match : ofRecipe(matches)) {
            while (next < added.size() && make(added.get(next)) < placeOf(match)) {
                ordered.add(added.get(next));
                next++;
            }
            ordered.add(match);
        }
        ordered.addAll(added.subList(next, added.size()));
        return ordered;
    }

    private static List<StepMatch> added(List<StepMatch> matches) {
        return matches.stream()
                .filter(Added.class::isInstance)
                .sorted(Comparator.comparingInt(MatchOrder::make))
                .toList();
    }

    private static List<StepMatch> ofRecipe(List<StepMatch> matches) {
        return matches.stream()
                .filter(match -> !(match instanceof Added))
                .sorted(Comparator.comparingInt(MatchOrder::recipe))
                .toList();
    }

    private static int recipe(StepMatch match) {
        return switch (match) {
            case Kept kept -> kept.recipe();
            case Moved moved -> moved.recipe();
            case Split split -> split.recipe();
            case Merged merged -> merged.recipes().getFirst();
            case Removed removed -> removed.recipe();
            case Added added -> added.make();
        };
    }

    private static int make(StepMatch match) {
        return switch (match) {
            case Kept kept -> kept.make();
            case Moved moved -> moved.make();
            case Split split -> split.makes().getFirst();
            case Merged merged -> merged.make();
            case Removed removed -> removed.recipe();
            case Added added -> added.make();
        };
    }

    /// Up to which step of the make added ones belong before the match; none for those that are not
    /// in the make's order.
    private static int placeOf(StepMatch match) {
        return switch (match) {
            case Kept _, Split _, Merged _ -> make(match);
            case Moved _, Removed _, Added _ -> 0;
        };
    }
}
