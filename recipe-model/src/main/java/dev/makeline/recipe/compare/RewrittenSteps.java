package dev.makeline.recipe.compare;

import dev.makeline.recipe.Step;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.step.MatchOrder;
import dev.makeline.recipe.step.StepChange.TextChanged;
import dev.makeline.recipe.step.StepComparison;
import dev.makeline.recipe.step.StepMatch;
import dev.makeline.recipe.step.StepReadings;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Tells steps that were written anew from those that were left out or added: by an id that is more
/// than a count, or by some words in common at the same place between steps that were kept.
final class RewrittenSteps {

    /// A step of eight words shares one that counts.
    private static final double SOME_WORDS = 0.12;

    private static final int NONE = -2;

    private final List<Step> recipe;
    private final List<Step> make;
    private final StepReadings readings;
    private final boolean idsAreNames;

    private RewrittenSteps(List<Step> recipe, List<Step> make, StepReadings readings) {
        this.recipe = recipe;
        this.make = make;
        this.readings = readings;
        this.idsAreNames = !(isCounted(recipe) && isCounted(make));
    }

    /// The same matches, with those steps as kept ones.
    static List<StepMatch> join(
            List<StepMatch> matches, List<Step> recipe, List<Step> make, StepReadings readings) {
        return new RewrittenSteps(recipe, make, readings).join(matches);
    }

    private List<StepMatch> join(List<StepMatch> matches) {
        List<StepMatch> joined = idsAreNames ? joinById(matches) : matches;
        return MatchOrder.of(joinByPlace(joined));
    }

    /// Pairs a step that was left out with one that was added where the steps before them stand for
    /// each other, and those after them.
    private List<StepMatch> joinByPlace(List<StepMatch> matches) {
        Map<Integer, Integer> kept = new HashMap<>();
        BitSet added = new BitSet();
        for (StepMatch match : matches) {
            switch (match) {
                case StepMatch.Kept(int place, int other, double _) -> kept.put(place, other);
                case StepMatch.Added(int place) -> added.set(place);
                case StepMatch.Moved _,
                        StepMatch.Split _,
                        StepMatch.Merged _,
                        StepMatch.Removed _ -> {}
            }
        }
        kept.put(-1, -1);
        kept.put(recipe.size(), make.size());
        Map<Integer, Integer> rewritten = new HashMap<>();
        for (StepMatch match : matches) {
            if (match instanceof StepMatch.Removed(int place)) {
                int other = kept.getOrDefault(place - 1, NONE) + 1;
                boolean alone =
                        other >= 0
                                && added.get(other)
                                && kept.getOrDefault(place + 1, NONE) == other + 1;
                if (alone && haveWordsInCommon(place, other)) {
                    rewritten.put(place, other);
                }
            }
        }
        return joined(matches, rewritten);
    }

    private boolean haveWordsInCommon(int place, int other) {
        return StepComparison.ofReadings(
                        List.of(readings.of(recipe.get(place).text())),
                        List.of(readings.of(make.get(other).text())),
                        Rational.ONE)
                .changes()
                .stream()
                .anyMatch(change ->
                        change instanceof TextChanged text && text.similarity() >= SOME_WORDS);
    }

    private static List<StepMatch> joined(
            List<StepMatch> matches, Map<Integer, Integer> rewritten) {
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

    private List<StepMatch> joinById(List<StepMatch> matches) {
        Map<Long, Integer> addedById = addedById(matches);
        Map<Integer, Integer> rewritten = new HashMap<>();
        for (StepMatch match : matches) {
            if (match instanceof StepMatch.Removed(int place)) {
                recipe.get(place)
                        .stepId()
                        .ifPresent(id -> {
                            Integer other = isOnce(id, recipe) ? addedById.get(id) : null;
                            if (other != null) {
                                rewritten.put(place, other);
                            }
                        });
            }
        }
        return joined(matches, rewritten);
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

    /// Numbered 1, 2, 3 or not at all: such ids say no more than places do.
    private static boolean isCounted(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .allMatch(i -> steps.get(i).stepId().orElse(i + 1L) == i + 1L);
    }
}
