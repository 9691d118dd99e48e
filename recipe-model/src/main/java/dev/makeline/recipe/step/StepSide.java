package dev.makeline.recipe.step;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of one of two recipes while they are aligned, and the group that each is in. Not
/// thread-safe.
final class StepSide {

    private final List<String> texts;
    private final List<String> shapes;
    private final List<StepReading> readings;
    private List<TermVector> vectors = List.of();
    private final @Nullable StepGroup[] groups;

    /// @param texts of the steps, as [NormalText#of] gives them
    StepSide(List<StepReading> readings, List<String> texts) {
        this.readings = readings;
        this.texts = texts;
        this.shapes = readings.stream().map(NormalText::shape).toList();
        this.groups = new StepGroup[readings.size()];
    }

    /// Makes the steps of both sides comparable by their terms.
    static void weigh(StepSide recipe, StepSide make) {
        List<TermVector> vectors = StepTerms.of(recipe.readings, make.readings);
        recipe.vectors = vectors.subList(0, recipe.size());
        make.vectors = vectors.subList(recipe.size(), vectors.size());
    }

    int size() {
        return groups.length;
    }

    List<String> texts() {
        return texts;
    }

    List<String> shapes() {
        return shapes;
    }

    /// From 0 to 1, which the same text always is. Both sides must be weighed.
    double similarity(int step, StepSide side, int other) {
        return texts.get(step).equals(side.texts.get(other))
                ? 1
                : vectors.get(step).similarity(side.vectors.get(other));
    }

    /// Of a side that is weighed.
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
        int[] steps = new int[groups.length];
        int count = 0;
        for (int step = 0; step < groups.length; step++) {
            if (groups[step] == null) {
                steps[count++] = step;
            }
        }
        return Arrays.copyOf(steps, count);
    }

    boolean isWholeInGroups() {
        return leftOver().length == 0;
    }
}
