package dev.makeline.recipe.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.step.QuantityChange.AmountChanged;
import dev.makeline.recipe.step.QuantityChange.CountChanged;
import dev.makeline.recipe.step.QuantityChange.LengthChanged;
import dev.makeline.recipe.step.QuantityChange.TemperatureChanged;
import dev.makeline.recipe.step.QuantityChange.TimeChanged;
import dev.makeline.recipe.step.StepChange.TextChanged;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepComparisonTest {

    private static final Rational TWICE = Rational.of(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pre heat oven to 350 degrees|Preheat the oven to 350°F.",
                "Bake for 1 hour|bake 60 minutes",
                "Bake at 350°F|Bake at 177 °C",
                "Bake at 350°F|Bake at 180°C",
                "Bake at 350°F (180°C)|Bake at 180°C",
                "Bake at gas mark 4|Bake at 350 °F",
                "Add 1 1/2 cups milk|Add 1½ C. milk",
                "Add 1 lb flour, sifted|Add 454 g flour; sifted",
                "Use a 9-inch pan|Use a 23 cm pan",
                "Stir in the flour and the salt|Stir in flour, salt",
                "Put into a sauce pan|Put into a saucepan",
                "Bake at 350°F (175°C)|Bake at 350°F (180°C)",
                "Cook for a few minutes|Cook for a few mins",
                "2. Mix three eggs|Mix 3 eggs"
            })
    void equivalentStepsHaveNoChange(String recipe, String make) {
        assertThat(StepComparison.of(recipe, make, Rational.ONE).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bake at 350°F|Bake at 375°F|TemperatureChanged|25 °F hotter",
                "Bake at 350 degrees|Bake at 325 degrees|TemperatureChanged|25 degrees cooler",
                "Bake at 350°F|Bake at 200°C|TemperatureChanged|42 °F hotter",
                "Bake for 30 minutes|Bake for 40 minutes|TimeChanged|10 minutes longer",
                "Bake 1 hour|Bake 90 min|TimeChanged|1/2 hour longer",
                "Bake 5–7 minutes|Bake 4 minutes|TimeChanged|2 minutes shorter",
                "Shape 4 balls|Shape six balls|CountChanged|2 balls more",
                "Fold 3 times|Fold twice|CountChanged|1 time fewer",
                "Beat in 2 eggs|Beat in 1 egg|CountChanged|1 fewer",
                "Pour in 2 cups water|Pour in 1 cup water|AmountChanged|1 cup less",
                "Pour in 1 cup milk|Pour in 100 g milk|AmountChanged|in another unit",
                "Use a 9-inch pan|Use a 10-inch pan|LengthChanged|1 inch larger",
                "Use an 8x8 inch pan|Use an 8x11 inch pan|LengthChanged|3 inches larger",
                "Bake at 350°F (177°C)|Bake at 375°F (177°C)|TemperatureChanged|25 °F hotter",
                "Bake at 350°F (177°C)|Bake at 350°F (190°C)|TemperatureChanged|13 °C hotter",
                "Boil 2 cups (300 g) rice|Boil 5 cups (300 g) rice|AmountChanged|3 cups more"
            })
    void anotherNumberIsTheOneChange(String recipe, String make, String kind, String phrase) {
        List<StepChange> changes = StepComparison.of(recipe, make, Rational.ONE).changes();

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().getClass().getSimpleName()).isEqualTo(kind);
        assertThat(((QuantityChange) changes.getFirst()).phrase()).isEqualTo(phrase);
    }

    @Test
    void scaledAndUnscaledAmountsAreBothAsTheRecipeSays() {
        assertThat(StepComparison.of("Add 2 cups water", "Add 4 cups water", TWICE).changes())
                .isEmpty();
        assertThat(StepComparison.of("Add 2 cups water", "Add 2 cups water", TWICE).changes())
                .isEmpty();
        assertThat(StepComparison.of("Add 2 cups water", "Add 3 cups water", TWICE).changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        AmountChanged.class,
                        change -> assertThat(change.phrase()).isEqualTo("1 cup less"));
    }

    @Test
    void slipsOfTypingAreNoOtherWords() {
        assertThat(
                        StepComparison.of("Wilt the spinich", "Wilt the spinach", Rational.ONE)
                                .changes())
                .isEmpty();
        assertThat(
                        StepComparison.of(
                                        "Stir the coooked rice",
                                        "Stir the cooked rice",
                                        Rational.ONE)
                                .changes())
                .isEmpty();
        assertThat(StepComparison.of("Stop cooking it", "Stop cooling it", Rational.ONE).changes())
                .isNotEmpty();
        assertThat(StepComparison.of("Add the orange", "Add the sausage", Rational.ONE).changes())
                .isNotEmpty();
    }

    @Test
    void wordsThatTellNothingMakeNoOtherStep() {
        assertThat(
                        StepComparison.of(
                                        "Fry until the onion soft",
                                        "Fry it until the onion is soft",
                                        Rational.ONE)
                                .changes())
                .isEmpty();
        assertThat(StepComparison.of("Do stir it", "Do not stir it", Rational.ONE).changes())
                .isNotEmpty();
        assertThat(StepComparison.of("Turn it on", "Turn it off", Rational.ONE).changes())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cut the tofu in cubes|Cut the tofu into cubes",
                "Fry it on medium heat|Fry it over a medium heat",
                "Let it simmer for 20 mins|Simmer for 20 minutes",
                "Set aside and allow to cool|Set aside and let cool",
                "Stir till smooth|Stir until smooth",
                "Place the fish in foil|Put the fish in foil",
                "Warm up some stock|Warm stock",
                "Serve and enjoy!|Serve.",
                "Add the fillings to the dumplings|Add the filling to the dumpling"
            })
    void otherWordsForTheSameMakeNoOtherStep(String recipe, String make) {
        assertThat(StepComparison.of(recipe, make, Rational.ONE).changes()).isEmpty();
        assertThat(StepComparison.of(make, recipe, Rational.ONE).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Roast for 40 minutes at 190C|Roast at 190 °C for 40 minutes",
                "Season with salt and pepper to taste|Season to taste with salt and pepper",
                "Once it boils, drop in the noodles|Drop in the noodles once it boils",
                "Gently lift out the eggs|Lift out the eggs gently"
            })
    void phraseAtAnotherPlaceOfItsSentenceMakesNoOtherStep(String recipe, String make) {
        assertThat(StepComparison.of(recipe, make, Rational.ONE).changes()).isEmpty();
        assertThat(StepComparison.of(make, recipe, Rational.ONE).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Stir the syrup into the tea|Stir the tea into the syrup",
                "Toast the rice. Warm the stock.|Warm the stock. Toast the rice.",
                "Brown the lamb, then the leeks|Brown the leeks, then the lamb",
                "Turn off the stove|Turn on the stove",
                "Stew it with the lid on|Stew it with the lid off",
                "Salt it before grilling|Salt it after grilling"
            })
    void sameWordsThatAskForSomethingElseAreAChange(String recipe, String make) {
        assertThat(StepComparison.of(recipe, make, Rational.ONE).changes()).isNotEmpty();
        assertThat(StepComparison.of(make, recipe, Rational.ONE).changes()).isNotEmpty();
    }

    @Test
    void timesTemperaturesLengthsAndRepetitionsDoNotScale() {
        assertThat(
                        StepComparison.of(
                                        "Fold 2 times, bake 10 min at 100 °C in a 5 inch pan",
                                        "Fold 4 times, bake 20 min at 200 °C in a 10 inch pan",
                                        TWICE)
                                .changes())
                .hasExactlyElementsOfTypes(
                        CountChanged.class,
                        TimeChanged.class,
                        TemperatureChanged.class,
                        LengthChanged.class);
    }

    @Test
    void otherWordsAreShownWithTheirPlaces() {
        StepComparison comparison =
                StepComparison.of("Stir in the butter", "Stir in the margarine", Rational.ONE);

        assertThat(comparison.changes())
                .containsExactly(
                        new TextChanged(
                                "Stir in the butter",
                                "Stir in the margarine",
                                2.0 / 3,
                                List.of(new TextPlace(0, 12, 18)),
                                List.of(new TextPlace(0, 12, 21))));
    }

    @Test
    void quantityThatTheOtherDoesNotHaveIsOtherText() {
        List<StepChange> changes =
                StepComparison.of("Boil", "Boil for 5 minutes", Rational.ONE).changes();

        assertThat(changes).hasExactlyElementsOfTypes(TextChanged.class);
    }

    @Test
    void numberAndWordsMayBothChange() {
        List<StepChange> changes =
                StepComparison.of(
                                "Bake at 180°C for 30 minutes",
                                "Bake at 180°C for 35 minutes until golden",
                                Rational.ONE)
                        .changes();

        assertThat(changes).hasExactlyElementsOfTypes(TimeChanged.class, TextChanged.class);
    }

    @Test
    void splitStepIsComparedAsAWhole() {
        StepComparison comparison =
                StepComparison.of(
                        List.of("Whisk the eggs and bake for 20 minutes"),
                        List.of("Whisk the eggs.", "Bake for 25 minutes."),
                        Rational.ONE);

        assertThat(comparison.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        TimeChanged.class,
                        change -> {
                            assertThat(change.make().place()).isEqualTo(new TextPlace(1, 9, 19));
                            assertThat(change.phrase()).isEqualTo("5 minutes longer");
                        });
    }

    @Test
    void timeInsideTheRangeOverlaps() {
        StepChange change =
                StepComparison.of("Bake 20–30 min", "Bake 22 min", Rational.ONE)
                        .changes()
                        .getFirst();

        assertThat(((QuantityChange) change).magnitude().overlapping()).isTrue();
    }
}
