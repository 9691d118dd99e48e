package dev.makeline.recipe.compare;

import dev.makeline.recipe.Step;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.step.MatchOrder;
import dev.makeline.recipe.step.StepChange.TextChanged;
import dev.makeline.recipe.step.StepComparison;
import dev.makeline.recipe.step.StepMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Tells steps that were written anew from those that were left out or added: by an id that is more
/// than a count, or by some words in common at the same place between steps that were kept.
final class RewrittenSteps {

    /// A step of eight words shares one that counts.
    private static final double SOME_WORDS = 0.12;

    private final List<Step> recipe;
    private final List<Step> make;
    private final boolean idsAreNames;

    private RewrittenSteps(List<Step> recipe, List<Step> make) {
        this.recipe = recipe;
        this.make = make;
        this.idsAreNames = !(isCounted(recipe) && isCounted(make));
    }

    /// The same matches, with those steps as kept ones.
    static List<StepMatch> join(List<StepMatch> matches, List<Step> recipe, List<Step> make) {
        return new RewrittenSteps(recipe, make).join(matches);
    }

    private List<StepMatch> join(List<StepMatch> matches) {
        List<StepMatch> joined = idsAreNames ? MatchOrder.of(joinById(matches)) : matches;
        List<StepMatch> all = new ArrayList<>(joined.size());
        for (int i = 0; i < joined.size(); i++) {
            if (isRewritten(joined, i)) {
                all.add(kept(joined.get(i), joined.get(i + 1)));
                i++;
            } else {
                all.add(joined.get(i));
            }
        }
        return all;
    }

    private List<StepMatch> joinById(List<StepMatch> matches) {
        Map<Long, Integer> addedById = addedById(matches);
        Map<Integer, Integer> rewritten = new HashMap<>();
        for (StepMatch match : matches) {
            if (match instanceof StepMatch.Removed(int place)) {
                recipe.get(place).stepId().ifPresent(id -> {
                    Integer other = isOnce(id, recipe) ? addedById.get(id) : null;
                    if (other != null) {
                        rewritten.put(place, other);
                    }
                });
            }
        }
        return matches.stream()
                .filter(match ->
                        !(match instanceof StepMatch.Added(int place)
                                && rewritten.containsValue(place)))
                .map(match ->
                        match instanceof StepMatch.Removed(int place)
                                        && rewritten.containsKey(place)
                                ? new StepMatch.Kept(place, rewritten.get(place), 0)
                                : match)
                .toList();
    }

    private Map<Long, Integer> addedById(List<StepMatch> matches) {
        Map<Long, Integer> byId = new HashMap<>();
        for (StepMatch match : matches) {
            if (match instanceof StepMatch.Added(int place)) {
                make.get(place)
                        .stepId()
                        .ifPresent(id -> {
                            if (isOnce(id, make)) {
                                byId.put(id, place);
                            }
                        });
            }
        }
        return byId;
    }

    /// An id that is given twice names nothing.
    private static boolean isOnce(long id, List<Step> steps) {
        return steps.stream().filter(step -> step.stepId().orElse(-1) == id).count() == 1;
    }

    /// Whether the match at `i` and the next are one step, alone between others.
    private boolean isRewritten(List<StepMatch> matches, int i) {
        boolean aPair =
                i + 1 < matches.size()
                        && isOneSided(matches.get(i))
                        && isOneSided(matches.get(i + 1))
                        && matches.get(i).getClass() != matches.get(i + 1).getClass();
        if (!aPair
                || (i > 0 && isOneSided(matches.get(i - 1)))
                || (i + 2 < matches.size() && isOneSided(matches.get(i + 2)))) {
            return false;
        }
        StepMatch.Kept both = kept(matches.get(i), matches.get(i + 1));
        return StepComparison.of(
                        recipe.get(both.recipe()).text(),
                        make.get(both.make()).text(),
                        Rational.ONE)
                .changes()
                .stream()
                .anyMatch(change ->
                        change instanceof TextChanged text && text.similarity() >= SOME_WORDS);
    }

    private static boolean isOneSided(StepMatch match) {
        return match instanceof StepMatch.Removed || match instanceof StepMatch.Added;
    }

    private static StepMatch.Kept kept(StepMatch one, StepMatch other) {
        int recipePlace = one instanceof StepMatch.Removed(int place) ? place : removed(other);
        int makePlace = one instanceof StepMatch.Added(int place) ? place : added(other);
        return new StepMatch.Kept(recipePlace, makePlace, 0);
    }

    private static int removed(StepMatch match) {
        return ((StepMatch.Removed) match).recipe();
    }

    private static int added(StepMatch match) {
        return ((StepMatch.Added) match).make();
    }

    /// Numbered 1, 2, 3 or not at all: such ids say no more than places do.
    private static boolean isCounted(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .allMatch(i -> steps.get(i).stepId().orElse(i + 1L) == i + 1L);
    }
}
