package dev.makeline.benchmark.accuracy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Measured;
import dev.makeline.benchmark.accuracy.draft.DraftIngredient.Verbatim;
import dev.makeline.recipe.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineDraftTest {

    @Test
    void plainLinesAreTakenApart() {
        assertThat(LineDraft.of("1 1/2 cups cheddar, coarsely grated"))
                .isEqualTo(new Measured(Rational.of(3, 2), "cups", "cheddar", "coarsely grated"));
        assertThat(LineDraft.of("2 onions"))
                .isEqualTo(new Measured(Rational.of(2), "", "onions", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 cup (240 ml) milk",
                "1/2 cup plain, strained yogurt from goats",
                "1/2 cup sliced, toasted almonds",
                "2 tbsp butter or oil",
                "salt to taste"
            })
    void linesThatAreNotBeyondDoubtStayAsTheyAre(String line) {
        assertThat(LineDraft.of(line)).isEqualTo(new Verbatim(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2-3 tbsp sugar | 4-6 tbsp sugar",
                "½ cup (100g) rice | 1 cup (200g) rice",
                "1 large egg | 2 large egg",
                "parsley to serve | parsley to serve"
            })
    void everyAmountOfALineIsScaled(String line, String doubled) {
        assertThat(LineDraft.scaled(line, Rational.of(2))).hasValue(doubled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 (15-ounce) can beans",
                "a pinch of salt",
                "2 lb beef, cut into 1 oz cubes",
                "4 chops (6 oz each)"
            })
    void aLineWithNumbersThatMayBeNoAmountIsNotScaled(String line) {
        assertThat(LineDraft.scaled(line, Rational.of(2))).isEmpty();
    }

    @Test
    void rangesInStepsAreScaledAtBothEnds() {
        assertThat(LineDraft.amountsScaled("Add ½ to 1 tablespoon of water.", Rational.of(2)))
                .isEqualTo("Add 1 to 2 tablespoon of water.");
    }
}
