package dev.makeline.recipe.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Bake for 5–7 minutes.|TIME 5–7 minute",
                "Bake 5 to 7 min|TIME 5–7 minute",
                "Simmer between 5 and 7 mins|TIME 5–7 minute",
                "Rest it 1 hour 30 min|TIME 1 1/2 hour",
                "Rest it 1 hour and 30 minutes|TIME 1 1/2 hour",
                "Knead 1 1/2 hours|TIME 1 1/2 hour",
                "Knead 1½ hours|TIME 1 1/2 hour",
                "Knead an hour and a half|TIME 1 1/2 hour",
                "Chill for half an hour|TIME 1/2 hour",
                "Chill for about an hour|TIME 1 hour",
                "Chill 30 minutes to 1 hour|TIME 1/2–1 hour",
                "Roast forty-five minutes|TIME 45 minute",
                "A 10-minute rest|TIME 10 minute",
                "Steam it for 25minz|TIME 25 minute",
                "Steam 20min to 25minz|TIME 20–25 minute",
                "Steam it for 25 minuets|TIME 25 minute",
                "Cut 4 mints|COUNT 4",
                "Leave overnight|",
                "Oven at 350°F|TEMPERATURE 350 degree Fahrenheit",
                "Oven at 350 ° F|TEMPERATURE 350 degree Fahrenheit",
                "Oven at 350f|TEMPERATURE 350 degree Fahrenheit",
                "Oven at 180 C|TEMPERATURE 180 degree Celsius",
                "Oven at 180 degrees Celsius|TEMPERATURE 180 degree Celsius",
                "Oven at 350 degrees|TEMPERATURE 350 degree",
                "Preheat the oven to 350|TEMPERATURE 350 degree",
                "Oven at gas mark 4|TEMPERATURE 4 gas mark",
                "350°F (180°C)|TEMPERATURE 350 degree Fahrenheit = 180 degree Celsius",
                "Heat to 180°C/350°F/gas 4|TEMPERATURE 180 degree Celsius = 350 degree Fahrenheit"
                        + " = 4 gas mark",
                "Add 2 cups water|AMOUNT 2 cup",
                "Add 2 c. water|AMOUNT 2 cup",
                "Add 250g sugar|AMOUNT 250 gram",
                "Add a cup of water|AMOUNT 1 cup",
                "Add 1 cup (240 ml) water|AMOUNT 1 cup = 240 milliliter",
                "Add 1 lb 4 oz plums|AMOUNT 1 1/4 pound",
                "Grease a 9-inch pan|LENGTH 9 inch",
                "Grease a 9 in. pan|LENGTH 9 inch",
                "Grease a 13x9-inch pan|LENGTH 9 inch, LENGTH 13 inch",
                "Grease a 9 × 13 pan|LENGTH 9, LENGTH 13",
                "Form 4 balls|COUNT 4 ball",
                "Form two dozen cookies|COUNT 24",
                "Fold 3 times|COUNT 3 time",
                "Fold it twice|COUNT 2 time",
                "2. Mix|",
                "Step 2: Mix 3 eggs|COUNT 3",
                "Use 2% milk and 00 flour|",
                "Add 1/0 of it|"
            })
    void quantitiesAreRead(String text, String quantities) {
        assertThat(described(text)).isEqualTo(quantities == null ? "" : quantities);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pre heat the oven|preheat oven",
                "pre-heat the OVEN!|preheat oven",
                "Preheating ovens|preheat oven",
                "Baked the pieCrust|bake a pie crust",
                "Don’t stir|do not stir",
                "Sauté cherries & crème|saute the cherry and creme"
            })
    void spellingsOfTheSameWordsAreOne(String one, String other) {
        assertThat(stems(one)).isEqualTo(stems(other));
    }

    @Test
    void aTextThatComesTwiceIsReadOnce() {
        StepReadings readings = new StepReadings();

        List<StepReading> read = readings.of(List.of("Stir", "Bake", "Stir"));

        assertThat(read.getFirst()).isSameAs(read.getLast()).isSameAs(readings.of("Stir"));
        assertThat(read).extracting(StepReading::text).containsExactly("Stir", "Bake", "Stir");
    }

    @Test
    void placesPointIntoTheText() {
        String text = "Roll to ¼ inch, bake 12 to 15 min.";

        List<StepQuantity> quantities = StepReading.read(text).quantities();

        assertThat(quantities)
                .extracting(quantity ->
                        text.substring(quantity.place().start(), quantity.place().end()))
                .containsExactly("¼ inch", "12 to 15 min");
    }

    private static List<String> stems(String text) {
        return StepReading.read(text).words().stream().map(StepWord::stem).toList();
    }

    private static String described(String text) {
        return String.join(
                ", ",
                StepReading.read(text).quantities().stream()
                        .map(quantity ->
                                quantity.kind()
                                        + " "
                                        + String.join(
                                                " = ",
                                                quantity.amounts().stream()
                                                        .map(Object::toString)
                                                        .toList()))
                        .toList());
    }
}
