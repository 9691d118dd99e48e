package dev.makeline.benchmark.accuracy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.accuracy.draft.Composer;
import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.score.Claim;
import dev.makeline.benchmark.accuracy.score.Place;
import dev.makeline.recipe.quantity.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EditedPairTest {

    private static final Draft STEW =
            new Draft(
                    "Stew",
                    OptionalInt.of(4),
                    OptionalInt.of(3),
                    List.of(
                            new Measured(Rational.of(2), "tbsp", "butter", ""),
                            new Measured(Rational.of(3), "", "carrots", "sliced"),
                            new Measured(Rational.of(1), "cup", "milk", ""),
                            new Measured(Rational.of(1), "tsp", "paprika", "")),
                    List.of(
                            "Preheat the oven to 350 °F with a heavy casserole inside.",
                            "Melt the butter in a skillet and brown the floured beef on every side.",
                            "Simmer gently for 90 minutes with the lid slightly ajar.",
                            "Shape small dumplings out of leftover bread. Cut them into 8 pieces of equal size.",
                            "Pour everything through a sieve, then season generously before serving."));

    @Test
    void theSameSeedGivesTheSamePair() {
        assertThat(pair(3, false)).isEqualTo(pair(3, false)).isNotEqualTo(pair(4, false));
    }

    @Test
    void noPairIsLeftEqual() {
        assertThat(pairs())
                .isNotEmpty()
                .allSatisfy(pair -> {
                    assertThat(pair.expected()).hasSizeBetween(1, 5).doesNotHaveDuplicates();
                    assertThat(pair.make()).isNotEqualTo(pair.recipe());
                });
    }

    @Test
    void everyPlaceExists() {
        assertThat(pairs())
                .allSatisfy(pair ->
                        assertThat(pair.expected()).allSatisfy(claim -> assertExists(claim, pair)));
    }

    @Test
    void everyKindOfEditIsDrawn() {
        assertThat(pairs().flatMap(pair -> pair.expected().stream()).map(Claim::kind))
                .contains(
                        Arrays.stream(Edit.values())
                                .map(EditedPairTest::kind)
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(Edit.class)
    void anEditChangesTheRecipeAndIsExpectedByItsName(Edit edit) {
        EditScript script =
                IntStream.range(0, 200)
                        .mapToObj(seed -> edited(edit, seed))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow();

        assertThat(script.make()).isNotEqualTo(STEW);
        assertThat(script.expected()).extracting(Claim::kind).containsExactly(kind(edit));
    }

    @Test
    void atMostHalfOfTheAmountsAreEdited() {
        EditScript script = new EditScript(STEW);

        long edits =
                IntStream.range(0, 100)
                        .filter(seed -> IngredientEdits.quantity(script, new Random(seed)))
                        .count();

        assertThat(edits).isEqualTo(2);
    }

    @Test
    void whatIsAddedIsExpectedWhereTheMakeHasItInTheEnd() {
        EditScript script = new EditScript(STEW);

        script.addStep(3, "Skim off the foam.");
        script.removeStep(0);

        assertThat(script.expected())
                .containsExactlyInAnyOrder(
                        new Claim("step-removed", Place.recipeStep(0)),
                        new Claim("step-added", Place.makeStep(2)));
    }

    @Test
    void aStepThatPassesOnlyOneOtherIsAmbiguous() {
        EditScript near = new EditScript(STEW);
        EditScript far = new EditScript(STEW);

        near.moveStep(1, 2);
        far.moveStep(1, 3);

        assertThat(near.isUnambiguous()).isFalse();
        assertThat(far.isUnambiguous()).isTrue();
    }

    @Test
    void aStepThatIsAddedWhereAnotherWasRemovedIsAmbiguous() {
        EditScript script = new EditScript(STEW);

        script.removeStep(2);
        script.addStep(2, "Skim off the foam.");

        assertThat(script.isUnambiguous()).isFalse();
    }

    @Test
    void anIngredientThatIsAddedWhereAnotherWasRemovedIsAmbiguous() {
        EditScript script = new EditScript(STEW);

        script.removeIngredient(1, "ingredient-removed");
        script.addIngredient(1, new Measured(Rational.of(1), "cup", "rice", ""));

        assertThat(script.isUnambiguous()).isFalse();
    }

    @Test
    void nothingIsPutBetweenTheHalvesOfASplitStep() {
        EditScript script = new EditScript(STEW);
        script.splitStep(3, "Shape small dumplings.", "Cut them.");

        assertThat(script.addStep(4, "Skim off the foam.")).isFalse();
        assertThat(script.moveStep(0, 3)).isFalse();
        assertThat(script.steps()).hasSize(6);
    }

    @Test
    void preparationsThatCooksTakeForOneAnotherDoNotDiffer() {
        assertThat(Preparations.differ("diced", "cubed")).isFalse();
        assertThat(Preparations.differ("diced", "pureed")).isTrue();
    }

    private static Optional<EditScript> edited(Edit edit, int seed) {
        EditScript script = new EditScript(STEW);
        return edit.apply(script, false, new Random(seed)) ? Optional.of(script) : Optional.empty();
    }

    private static void assertExists(Claim claim, EditedPair pair) {
        Place place = claim.place();
        if (place.pointer().matches("/(?:rating|servings)")) {
            return;
        }
        var side = place.side() == Place.Side.RECIPE ? pair.recipe() : pair.make();
        int index = Integer.parseInt(place.pointer().replaceAll("\\D", ""));
        int size =
                place.pointer().startsWith("/steps")
                        ? side.steps().size()
                        : side.ingredients().size();
        assertThat(index).isBetween(0, size - 1);
    }

    private static String kind(Edit edit) {
        return edit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Stream<EditedPair> pairs() {
        return IntStream.range(0, 400)
                .mapToObj(seed -> pair(seed, seed % 2 == 1))
                .flatMap(Optional::stream);
    }

    private static Optional<EditedPair> pair(int seed, boolean rescaled) {
        Random random = new Random(seed);
        return EditedPair.of(new Composer(random).compose(), rescaled, random);
    }
}
