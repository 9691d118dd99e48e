package dev.makeline.recipe.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.step.StepMatch.Added;
import dev.makeline.recipe.step.StepMatch.Kept;
import dev.makeline.recipe.step.StepMatch.Merged;
import dev.makeline.recipe.step.StepMatch.Moved;
import dev.makeline.recipe.step.StepMatch.Removed;
import dev.makeline.recipe.step.StepMatch.Split;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class StepAlignmentTest {

    private static final List<String> CRUMBLE =
            List.of(
                    "Heat the oven to 190 degrees",
                    "Rub the butter into the flour",
                    "Stone the plums and lay them into a dish",
                    "Bake for 40 minutes");

    @Test
    void sameStepsAreKept() {
        assertThat(StepAlignment.of(CRUMBLE, CRUMBLE).matches())
                .containsExactly(
                        new Kept(0, 0, 1), new Kept(1, 1, 1), new Kept(2, 2, 1), new Kept(3, 3, 1));
    }

    @Test
    void rewordedStepIsKept() {
        List<String> make = with(CRUMBLE, 1, "Butter and flour were rubbed to crumbs");

        assertThat(described(CRUMBLE, make)).containsExactly("0-0", "1-1", "2-2", "3-3");
    }

    @Test
    void stepThatIsNotInTheMakeWasRemoved() {
        List<String> make = new ArrayList<>(CRUMBLE);
        make.remove(2);

        assertThat(described(CRUMBLE, make)).containsExactly("0-0", "1-1", "-2", "3-2");
        assertThat(described(make, CRUMBLE)).containsExactly("0-0", "1-1", "+2", "2-3");
    }

    @Test
    void replacedStepIsRemovedAndAnotherAdded() {
        List<String> make = with(CRUMBLE, 2, "Whip some cream");

        assertThat(described(CRUMBLE, make))
                .containsExactlyInAnyOrder("0-0", "1-1", "-2", "+2", "3-3");
    }

    @Test
    void stepDoneAtAnotherMomentWasMoved() {
        List<String> make = List.of(CRUMBLE.get(1), CRUMBLE.get(2), CRUMBLE.get(3), CRUMBLE.get(0));

        assertThat(described(CRUMBLE, make)).containsExactly("0~3", "1-0", "2-1", "3-2");
    }

    @Test
    void oneStepWasMovedWhereAnotherOfThoseThatItPassedWasReworded() {
        List<String> recipe =
                List.of(
                        "Soak the lentils overnight",
                        "Line a tray with paper",
                        "Crush the cardamom pods in a mortar",
                        "Whip the cream until stiff");
        List<String> make =
                List.of(
                        "Soak the lentils overnight",
                        "Bruise the cardamom pods in a mortar",
                        "Whip the cream until stiff",
                        "Line a tray with paper");

        assertThat(described(recipe, make)).containsExactly("0-0", "1~3", "2-1", "3-2");
        assertThat(described(make, recipe)).containsExactly("0-0", "1-2", "2-3", "3~1");
    }

    @Test
    void stepWrittenAsThreeWasSplit() {
        List<String> recipe =
                List.of(
                        "Heat the oven",
                        "Stone the plums, lay them into a dish and dust them with sugar",
                        "Bake for 40 minutes");
        List<String> make =
                List.of(
                        "Heat the oven",
                        "Stone the plums",
                        "Lay them into a dish",
                        "Dust with sugar",
                        "Bake for 40 minutes");

        assertThat(described(recipe, make)).containsExactly("0-0", "1<1,2,3", "2-4");
        assertThat(described(make, recipe)).containsExactly("0-0", "1,2,3>1", "4-2");
    }

    @Test
    void equalStepsStayInOrder() {
        List<String> recipe = List.of("Stir", "Add milk", "Stir", "Add eggs", "Stir");
        List<String> make = List.of("Stir", "Add milk", "Stir", "Add eggs", "Add nuts", "Stir");

        assertThat(described(recipe, make))
                .containsExactly("0-0", "1-1", "2-2", "3-3", "+4", "4-5");
    }

    @Test
    void stepsWithoutWordsAreMatchedByTheirText() {
        assertThat(described(List.of("…", "🍋"), List.of("🍋"))).containsExactly("-0", "1-0");
    }

    @Test
    void emptyListsHaveNoMatches() {
        assertThat(StepAlignment.of(List.of(), List.of()).matches()).isEmpty();
        assertThat(described(List.of(), List.of("Stir"))).containsExactly("+0");
    }

    @Test
    void thousandStepsAreAlignedInTime() {
        List<String> recipe = manySteps("Knead and fold the dough for dish number ");
        List<String> make = manySteps("Fold and knead a dough of dish number ");

        StepAlignment alignment =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> StepAlignment.of(recipe, make));

        assertThat(alignment.matches()).hasSize(1_000);
    }

    private static List<String> manySteps(String words) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> words + Integer.toString(i + 40_000, 36) + " x".repeat(i % 7))
                .toList();
    }

    private static List<String> with(List<String> steps, int index, String step) {
        List<String> changed = new ArrayList<>(steps);
        changed.set(index, step);
        return changed;
    }

    private static List<String> described(List<String> recipe, List<String> make) {
        return StepAlignment.of(recipe, make).matches().stream()
                .map(StepAlignmentTest::described)
                .toList();
    }

    private static String described(StepMatch match) {
        return switch (match) {
            case Kept kept -> kept.recipe() + "-" + kept.make();
            case Moved moved -> moved.recipe() + "~" + moved.make();
            case Split split -> split.recipe() + "<" + list(split.makes());
            case Merged merged -> list(merged.recipes()) + ">" + merged.make();
            case Removed removed -> "-" + removed.recipe();
            case Added added -> "+" + added.make();
        };
    }

    private static String list(List<Integer> steps) {
        return String.join(",", steps.stream().map(String::valueOf).toList());
    }
}
