package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Aligns the steps of two recipes: first those that plainly stand for each other, then others in
/// the same order, then those that were moved, then those that are parts of others.
///
/// The bounds were found on two of the dishes that `./makeline bench accuracy` measures, and hold
/// on the other two; a twentieth more or less changes its F1 by a hundredth.
final class AlignedSteps {

    /// From this similarity on, two steps in the same order are one step, at the same relative
    /// place from [#PLACE] less on.
    private static final double SAME = 0.2;

    /// From this similarity on, two steps that are left over at different places are one step.
    private static final double MOVED = 0.28;

    /// What the same relative place is worth.
    private static final double PLACE = 0.12;

    /// More than all other pairs together, so that what is plain and in order stays.
    private static final double PLAIN = 1_000_000;

    private record Pair(int recipe, int make, double similarity) {}

    private final StepSide recipe;
    private final StepSide make;
    private final double[][] similarities;

    private AlignedSteps(StepSide recipe, StepSide make) {
        this.recipe = recipe;
        this.make = make;
        this.similarities = new double[recipe.size()][make.size()];
    }

    /// Puts the groups into both sides.
    static void align(StepSide recipe, StepSide make) {
        PlainMatches.group(recipe, make);
        if (recipe.isWholeInGroups() && make.isWholeInGroups()) {
            moveFewest(recipe);
            return;
        }
        StepSide.weigh(recipe, make);
        AlignedSteps steps = new AlignedSteps(recipe, make);
        steps.compare();
        steps.pairInOrder();
        steps.pairMoved();
        moveFewest(recipe);
        PartSteps.addSplit(recipe, make);
        PartSteps.addMerged(recipe, make);
    }

    private void compare() {
        for (int i = 0; i < recipe.size(); i++) {
            for (int j = 0; j < make.size(); j++) {
                boolean open = recipe.group(i) == null && make.group(j) == null;
                similarities[i][j] = open ? recipe.similarity(i, make, j) : 0;
            }
        }
    }

    private void pairInOrder() {
        double[][] worth = new double[recipe.size()][make.size()];
        for (int i = 0; i < recipe.size(); i++) {
            for (int j = 0; j < make.size(); j++) {
                double similarity = similarities[i][j];
                worth[i][j] = similarity == 0 ? 0 : similarity - SAME + PLACE * nearness(i, j);
            }
        }
        for (int i = 0; i < recipe.size(); i++) {
            StepGroup group = recipe.group(i);
            if (group != null && !group.isMoved()) {
                worth[i][group.makes().getFirst()] = PLAIN;
            }
        }
        int[] pairs = OrderedPairs.of(worth, make.size());
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != OrderedPairs.NONE && recipe.group(i) == null) {
                pair(i, pairs[i], similarities[i][pairs[i]], false);
            }
        }
    }

    private double nearness(int i, int j) {
        double placeInRecipe = (i + 0.5) / recipe.size();
        double placeInMake = (j + 0.5) / make.size();
        return 1 - Math.abs(placeInRecipe - placeInMake);
    }

    private void pairMoved() {
        List<Pair> candidates = new ArrayList<>();
        int[] makes = make.leftOver();
        for (int i : recipe.leftOver()) {
            for (int j : makes) {
                if (similarities[i][j] >= MOVED) {
                    candidates.add(new Pair(i, j, similarities[i][j]));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Pair::similarity).reversed());
        for (Pair pair : candidates) {
            if (recipe.group(pair.recipe()) == null && make.group(pair.make()) == null) {
                pair(pair.recipe(), pair.make(), pair.similarity(), true);
            }
        }
    }

    /// What was plain was put in order before the others were known: of all together fewer may be
    /// moved.
    private static void moveFewest(StepSide recipe) {
        List<StepGroup> groups =
                IntStream.range(0, recipe.size())
                        .mapToObj(recipe::group)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        BitSet inOrder =
                LongestInOrder.of(
                        groups.stream().mapToInt(group -> group.makes().getFirst()).toArray());
        long staying = groups.stream().filter(group -> !group.isMoved()).count();
        if (inOrder.cardinality() > staying) {
            IntStream.range(0, groups.size()).forEach(k -> groups.get(k).setMoved(!inOrder.get(k)));
        }
    }

    private void pair(int i, int j, double similarity, boolean isMoved) {
        StepGroup group = new StepGroup(i, j, similarity, isMoved);
        recipe.put(i, group);
        make.put(j, group);
    }
}
