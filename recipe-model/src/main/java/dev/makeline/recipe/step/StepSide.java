package dev.makeline.recipe.step;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of one of two recipes while they are aligned, and the group that each is in. Not
/// thread-safe.
final class StepSide {

    private final List<String> texts;
    private final List<String> shapes;
    private final List<TermVector> vectors;
    private final @Nullable StepGroup[] groups;

    /// @param texts of the steps, as [NormalText#of] gives them
    /// @param shapes of the steps, as [NormalText#shape] gives them
    StepSide(List<String> texts, List<String> shapes, List<TermVector> vectors) {
        this.texts = texts;
        this.shapes = shapes;
        this.vectors = vectors;
        this.groups = new StepGroup[vectors.size()];
    }

    int size() {
        return vectors.size();
    }

    List<String> texts() {
        return texts;
    }

    List<String> shapes() {
        return shapes;
    }

    /// From 0 to 1, which the same text always is.
    double similarity(int step, StepSide side, int other) {
        return texts.get(step).equals(side.texts.get(other))
                ? 1
                : vectors.get(step).similarity(side.vectors.get(other));
    }

    TermVector vector(int step) {
        return vectors.get(step);
    }

    /// Null while the step stands for none of the other side, and outside of the list.
    @Nullable StepGroup group(int step) {
        return step >= 0 && step < groups.length ? groups[step] : null;
    }

    void put(int step, StepGroup group) {
        groups[step] = group;
    }

    int[] leftOver() {
        return Arrays.stream(range()).filter(step -> groups[step] == null).toArray();
    }

    private int[] range() {
        int[] steps = new int[groups.length];
        Arrays.setAll(steps, step -> step);
        return steps;
    }
}
