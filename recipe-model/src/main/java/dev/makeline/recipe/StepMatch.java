package dev.makeline.recipe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Finds which step of a make stands for which of the recipe.
///
/// The cheapest way to turn one list into the other: keeping a step costs nothing, adding or
/// leaving one out costs [#GAP], and changing one costs less than leaving it out and adding
/// another, the less the more words the two share, and less again when they have the same id. Then
/// steps that are left over on both sides with the same text were moved.
///
/// O(n × m) after steps that are the same at the beginning and at the end.
final class StepMatch {

    private static final int GAP = 1_000;
    private static final int CHANGED_WHOLLY = 1_900;
    private static final int SHARED_WORDS = 900;
    private static final int SAME_ID = 300;

    private final List<StepText> recipe;
    private final List<StepText> make;
    private final Pairing pairing;

    private StepMatch(List<StepText> recipe, List<StepText> make) {
        this.recipe = recipe;
        this.make = make;
        this.pairing = new Pairing(recipe.size(), make.size());
    }

    static Pairing of(List<Step> recipe, List<Step> make) {
        int shorter = Math.min(recipe.size(), make.size());
        int start = 0;
        while (start < shorter && same(recipe.get(start), make.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && same(fromEnd(recipe, end), fromEnd(make, end))) {
            end++;
        }
        Pairing between =
                between(
                        recipe.subList(start, recipe.size() - end),
                        make.subList(start, make.size() - end));
        return between.within(start, end);
    }

    private static Pairing between(List<Step> recipe, List<Step> make) {
        if (recipe.isEmpty() || make.isEmpty()) {
            return new Pairing(recipe.size(), make.size());
        }
        List<StepText> recipeTexts = recipe.stream().map(StepText::of).toList();
        List<StepText> makeTexts = make.stream().map(StepText::of).toList();
        // Several ways may be equally cheap: always looking from the same side makes the swapped
        // comparison the mirror of this one.
        return StepText.order(recipeTexts, makeTexts) <= 0
                ? new StepMatch(recipeTexts, makeTexts).find()
                : new StepMatch(makeTexts, recipeTexts).find().mirrored();
    }

    private Pairing find() {
        int[][] costs = costs();
        int i = recipe.size();
        int j = make.size();
        while (i > 0 && j > 0) {
            int cost = costs[i][j];
            if (cost == costs[i - 1][j - 1] + change(i - 1, j - 1)) {
                i--;
                j--;
                pairing.pair(i, j);
            } else if (cost == costs[i - 1][j] + GAP) {
                i--;
            } else {
                j--;
            }
        }
        pairMoved();
        return pairing;
    }

    private int[][] costs() {
        int[][] costs = new int[recipe.size() + 1][make.size() + 1];
        for (int j = 1; j <= make.size(); j++) {
            costs[0][j] = j * GAP;
        }
        for (int i = 1; i <= recipe.size(); i++) {
            costs[i][0] = i * GAP;
            for (int j = 1; j <= make.size(); j++) {
                int changed = costs[i - 1][j - 1] + change(i - 1, j - 1);
                int gap = Math.min(costs[i - 1][j], costs[i][j - 1]) + GAP;
                costs[i][j] = Math.min(changed, gap);
            }
        }
        return costs;
    }

    private int change(int recipeIndex, int makeIndex) {
        StepText one = recipe.get(recipeIndex);
        StepText other = make.get(makeIndex);
        if (one.text().equals(other.text())) {
            return 0;
        }
        int kept = (int) (SHARED_WORDS * one.similarity(other));
        return CHANGED_WHOLLY - kept - (sameId(one.id(), other.id()) ? SAME_ID : 0);
    }

    private void pairMoved() {
        Map<String, Deque<Integer>> leftOver = new HashMap<>();
        for (int j = 0; j < make.size(); j++) {
            if (!pairing.hasMake(j)) {
                leftOver.computeIfAbsent(make.get(j).text(), _ -> new ArrayDeque<>()).add(j);
            }
        }
        for (int i = 0; i < recipe.size() && !leftOver.isEmpty(); i++) {
            Deque<Integer> moved = leftOver.get(recipe.get(i).text());
            if (!pairing.hasRecipe(i) && moved != null && !moved.isEmpty()) {
                pairing.pair(i, moved.removeFirst());
            }
        }
    }

    private static Step fromEnd(List<Step> steps, int index) {
        return steps.get(steps.size() - 1 - index);
    }

    private static boolean same(Step one, Step other) {
        return Spelling.sameText(one.text(), other.text());
    }

    private static boolean sameId(OptionalLong one, OptionalLong other) {
        return one.isPresent() && one.equals(other);
    }
}
