package dev.makeline.benchmark.accuracy.rewriting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.accuracy.draft.Composer;
import dev.makeline.benchmark.accuracy.draft.Draft;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.UnitSpelling;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EquivalentPairTest {

    private static final Draft CAKE =
            new Draft(
                    "Plum cake",
                    OptionalInt.of(8),
                    OptionalInt.empty(),
                    List.of(
                            new Measured(Rational.of(2), "cups", "flour", ""),
                            new Measured(Rational.of(1, 2), "tsp", "salt", ""),
                            new Measured(Rational.of(3), "", "plums", "halved")),
                    List.of("Add 2 tablespoons of flour.", "Bake at 350 °F for 90 minutes."));

    @Test
    void theSameSeedGivesTheSamePair() {
        assertThat(pair(5)).isEqualTo(pair(5)).isNotEqualTo(pair(6));
    }

    @Test
    void everyRewritingIsDrawn() {
        Set<Rewriting> drawn = EnumSet.noneOf(Rewriting.class);

        IntStream.range(0, 200).forEach(seed -> drawn.addAll(pair(seed).rewritings()));

        assertThat(drawn).containsExactlyInAnyOrder(Rewriting.values());
    }

    @Test
    void noIngredientAndNoStepIsLostOrAdded() {
        assertThat(IntStream.range(0, 200).mapToObj(EquivalentPairTest::pair))
                .allSatisfy(pair -> {
                    assertThat(pair.make().ingredients())
                            .hasSameSizeAs(pair.recipe().ingredients());
                    assertThat(pair.make().steps()).hasSameSizeAs(pair.recipe().steps());
                });
    }

    @Test
    void everyAmountAndTheServingsAreScaledAlike() {
        Draft half = Rescaling.by(Rational.of(1, 2), CAKE, new Random(1)).orElseThrow();

        assertThat(half.servings()).hasValue(4);
        assertThat(half.ingredients())
                .containsExactly(
                        new Measured(Rational.of(1), "cups", "flour", ""),
                        new Measured(Rational.of(1, 4), "tsp", "salt", ""),
                        new Measured(Rational.of(3, 2), "", "plums", "halved"));
    }

    @Test
    void servingsThatWouldNotBeWholeAreLeftOut() {
        Draft third = Rescaling.by(Rational.of(1, 3), CAKE, new Random(1)).orElseThrow();

        assertThat(third.servings()).isEmpty();
    }

    @Test
    void anotherUnitIsTheSameAmountWithinOnePercent() {
        Measured oil = new Measured(Rational.of(3, 4), "cup", "sunflower seed oil", "");

        assertThat(
                        IntStream.range(0, 50)
                                .mapToObj(seed -> OtherUnit.inOther(oil, new Random(seed))))
                .allSatisfy(
                        other -> assertThat(ratio(other.orElseThrow(), oil)).isBetween(0.99, 1.01));
    }

    @Test
    void volumeOfAFoodWithoutKnownDensityNeverBecomesMass() {
        Measured herbs = new Measured(Rational.of(1), "cup", "wild herbs", "");

        assertThat(
                        IntStream.range(0, 50)
                                .mapToObj(seed -> OtherUnit.inOther(herbs, new Random(seed)))
                                .flatMap(Optional::stream)
                                .map(Measured::unit))
                .doesNotContain("g", "kg", "oz", "lb")
                .isNotEmpty();
    }

    @Test
    void temperaturesAreConvertedAsCooksRoundThem() {
        Random random = new Random(1);

        assertThat(
                        IntStream.range(0, 50)
                                .mapToObj(
                                        _ -> StepQuantities.temperature("Bake at 350 °F.", random))
                                .map(step -> step.replaceAll("\\D", "")))
                .containsOnly("175", "180");
    }

    @Test
    void aTemperatureInBothScalesStaysAsItIs() {
        String step = "Bake at 350 °F (180 °C).";

        assertThat(StepQuantities.temperature(step, new Random(1))).isEqualTo(step);
    }

    private static EquivalentPair pair(int seed) {
        Random random = new Random(seed);
        return EquivalentPair.of(new Composer(random).compose(), random);
    }

    private static double ratio(Measured one, Measured other) {
        return millilitres(one) / millilitres(other);
    }

    private static double millilitres(Measured measured) {
        Unit unit = UnitSpelling.of(measured.unit()).orElseThrow();
        Unit millilitre = UnitSpelling.of("ml").orElseThrow();
        return Amount.of(measured.quantity(), unit)
                .in(millilitre)
                .orElseThrow()
                .low()
                .approximation()
                .doubleValue();
    }
}
