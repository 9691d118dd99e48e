package dev.makeline.recipe.compare;

import static dev.makeline.recipe.compare.Recipes.plumCrumble;
import static dev.makeline.recipe.compare.Recipes.steps;
import static dev.makeline.recipe.compare.Recipes.unnumberedSteps;
import static dev.makeline.recipe.compare.Recipes.withSteps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.makeline.recipe.Step;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StepDifferencesTest {

    private static final List<Step> CRUMBLE =
            steps("Heat the oven to 190 degrees", "Rub butter into flour", "Bake for an hour");

    @Test
    void changedTemperatureSaysBothQuantities() {
        List<Step> make =
                steps("Heat the oven to 220 degrees", "Rub butter into flour", "Bake for an hour");

        Comparison comparison = compare(CRUMBLE, make);

        Difference difference = comparison.differences().getFirst();
        assertThat(comparison.differences()).hasSize(1);
        assertThat(difference.kind()).isEqualTo("temperature-changed");
        assertThat(difference.recipeField().label()).isEqualTo("instruction");
        assertThat(difference.stepId()).hasValue(1);
        assertThat(difference.ingredientId()).isEmpty();
        assertThat(difference.difference()).isEqualTo(new Sides("190 degrees", "220 degrees"));
        assertThat(difference.sentence())
                .isEqualTo("Step 1: oven 30 degrees hotter (220 degrees instead of 190 degrees).");
        assertThat(comparison.headline())
                .isEqualTo(
                        "1 difference: step 1: oven 30 degrees hotter (220 degrees instead of 190"
                                + " degrees).");
    }

    @Test
    void sameTemperatureOnAnotherScaleIsToldAndNoDifference() {
        List<Step> recipe = steps("Preheat the oven to 350 °F", "Bake for 1 hour");

        Comparison comparison =
                compare(recipe, steps("Preheat the oven to 180 °C", "Bake for 60 minutes"));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.told())
                .extracting(Told::sentence)
                .containsExactly(
                        "Step 1: the same temperature in degrees Celsius.",
                        "Step 2: the same time in minutes.");
        assertThat(comparison.headline())
                .isEqualTo(
                        "Made partly in degrees Celsius and minutes, otherwise exactly as the recipe says.");
        assertThat(compare(recipe, steps("Preheat the oven to 350 °F (180 °C)", "Bake for 1 hour")))
                .extracting(Comparison::outcome)
                .isEqualTo(Outcome.EXACT);
    }

    @Test
    void quotedStepLeavesItsFullStopToTheSentence() {
        List<Step> recipe = steps("Peel the pears.", "Bake for an hour.");

        assertThat(compare(recipe, steps("Bake for an hour.")).differences())
                .extracting(Difference::sentence)
                .containsExactly("Step 1 was left out: “Peel the pears”.");
    }

    @Test
    void stepThatShiftsAllNumbersIsOneDifference() {
        List<Step> make =
                steps(
                        "Heat the oven to 190 degrees",
                        "Toast some oats",
                        "Rub butter into flour",
                        "Bake for an hour");

        assertThat(compare(CRUMBLE, make).differences())
                .extracting(Difference::kind, Difference::stepId, Difference::places)
                .containsExactly(
                        tuple(
                                "step-added",
                                OptionalLong.of(2),
                                new Places(List.of(), List.of("/steps/1"))));
        assertThat(compare(make, CRUMBLE).differences())
                .extracting(Difference::kind, Difference::stepId, Difference::places)
                .containsExactly(
                        tuple(
                                "step-removed",
                                OptionalLong.of(2),
                                new Places(List.of("/steps/1"), List.of())));
    }

    @Test
    void rewrittenStepKeepsItsIdAmongUnlikeOnes() {
        List<Step> make =
                List.of(
                        CRUMBLE.get(0),
                        new Step(OptionalLong.of(7), "Whisk an egg"),
                        new Step(OptionalLong.of(2), "Use the machine"),
                        CRUMBLE.get(2));

        assertThat(compare(CRUMBLE, make).differences())
                .extracting(Difference::kind, Difference::stepId)
                .containsExactly(
                        tuple("step-added", OptionalLong.of(7)),
                        tuple("step-changed", OptionalLong.of(2)));
    }

    @Test
    void likeStepsAreMatchedWithoutIds() {
        List<Step> recipe = unnumberedSteps("Peel the pears", "Bake them for one hour");
        List<Step> make = unnumberedSteps("Bake them for two hours", "Wash up");

        assertThat(compare(recipe, make).differences())
                .extracting(Difference::sentence)
                .containsExactly(
                        "Step 1 was left out: “Peel the pears”.",
                        "Step 2: 1 hour longer (two hours instead of one hour).",
                        "A step was added as step 2: “Wash up”.");
    }

    @Test
    void stepDoneAtAnotherMomentWasMoved() {
        List<Step> make = List.of(CRUMBLE.get(1), CRUMBLE.get(2), CRUMBLE.get(0));

        assertThat(compare(CRUMBLE, make).differences())
                .extracting(Difference::kind, Difference::stepId, Difference::sentence)
                .containsExactly(
                        tuple(
                                "step-moved",
                                OptionalLong.of(1),
                                "Step 1 was done as step 3: “Heat the oven to 190 degrees”."));
    }

    @Test
    void caseAndSpacingOfTextsMakeNoDifference() {
        List<Step> make =
                steps(
                        "heat the oven to 190 degrees.",
                        " Rub butter\n into flour",
                        "Bake for an hour");

        assertThat(compare(CRUMBLE, make).outcome()).isEqualTo(Outcome.EXACT);
    }

    @Test
    void longTextsAreShortenedInSentencesAlone() {
        String long1 = "stir ".repeat(500);
        String long2 = "fold ".repeat(500);

        Difference difference = compare(steps(long1), steps(long2)).differences().getFirst();

        assertThat(difference.sentence()).hasSizeLessThan(400);
        assertThat(difference.difference()).isEqualTo(new Sides(long1, long2));
    }

    @Test
    void thousandStepsWithNothingInCommonAreCompared() {
        List<Step> recipe = manySteps("knead");
        List<Step> make = manySteps("boil");

        assertThat(compare(recipe, make).differences()).hasSize(1_000);
    }

    private static List<Step> manySteps(String word) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> new Step(OptionalLong.of(i), word + " dish " + i + word))
                .toList();
    }

    private static Comparison compare(List<Step> recipe, List<Step> make) {
        return RecipeComparison.compare(
                withSteps(plumCrumble(), recipe), withSteps(plumCrumble(), make));
    }
}
