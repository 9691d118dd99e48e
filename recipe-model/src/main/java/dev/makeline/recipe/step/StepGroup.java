package dev.makeline.recipe.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Steps of the recipe that stand for steps of the make; one on at least one side. Grows while the
/// steps are aligned.
final class StepGroup {

    private final List<Integer> recipes = new ArrayList<>();
    private final List<Integer> makes = new ArrayList<>();
    private boolean moved;
    private double similarity;

    StepGroup(int recipe, int make, double similarity, boolean moved) {
        this.recipes.add(recipe);
        this.makes.add(make);
        this.similarity = similarity;
        this.moved = moved;
    }

    List<Integer> recipes() {
        return recipes;
    }

    List<Integer> makes() {
        return makes;
    }

    double similarity() {
        return similarity;
    }

    boolean isMoved() {
        return moved;
    }

    void setMoved(boolean isMoved) {
        moved = isMoved;
    }

    /// @param steps [#recipes] or [#makes]
    void add(List<Integer> steps, int step, double newSimilarity) {
        steps.add(step);
        Collections.sort(steps);
        similarity = newSimilarity;
    }

    StepMatch match() {
        if (makes.size() > 1) {
            return new StepMatch.Split(recipes.getFirst(), makes, similarity);
        }
        if (recipes.size() > 1) {
            return new StepMatch.Merged(recipes, makes.getFirst(), similarity);
        }
        return moved
                ? new StepMatch.Moved(recipes.getFirst(), makes.getFirst(), similarity)
                : new StepMatch.Kept(recipes.getFirst(), makes.getFirst(), similarity);
    }
}
