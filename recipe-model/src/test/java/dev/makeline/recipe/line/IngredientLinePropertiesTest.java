package dev.makeline.recipe.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.makeline.recipe.line.LineAmount.Role;
import dev.makeline.recipe.quantity.Amount;
import dev.makeline.recipe.quantity.Rational;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.Units;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class IngredientLinePropertiesTest {

    /// A loaded build machine included; a line takes microseconds.
    private static final Duration LONGEST_LINE_BOUND = Duration.ofSeconds(2);

    @Property
    void anyLineIsReadAndKept(@ForAll("lines") String line) {
        IngredientLine reading = IngredientLine.read(line);

        assertThat(reading.original()).isEqualTo(line);
        assertThat(IngredientLine.read(line)).isEqualTo(reading);
    }

    @Property
    void anyTextIsRead(@ForAll String line) {
        assertThat(IngredientLine.read(line).original()).isEqualTo(line);
    }

    @Property(tries = 60)
    void longestLinesAreReadInTime(@ForAll("pieces") String piece) {
        String line = piece.repeat(IngredientLine.MAX_CHARACTERS / piece.length());

        IngredientLine reading =
                assertTimeoutPreemptively(LONGEST_LINE_BOUND, () -> IngredientLine.read(line));

        assertThat(reading.original()).isEqualTo(line);
    }

    @Example
    void longerLinesAreKeptWhole() {
        String line = "x".repeat(IngredientLine.MAX_CHARACTERS + 1);

        assertThat(IngredientLine.read(line).isUnderstood()).isFalse();
        assertThat(IngredientLine.read(line).name()).isEqualTo(line);
    }

    @Property
    void amountsAreReadAsTheyAreWritten(
            @ForAll @IntRange(min = 1, max = 5000) int numerator,
            @ForAll @IntRange(min = 1, max = 16) int denominator,
            @ForAll("units") Unit unit) {
        Amount amount = Amount.of(Rational.of(numerator, denominator), unit);

        IngredientLine reading = IngredientLine.read(amount + " barley");

        assertThat(reading.amounts()).containsExactly(new LineAmount(amount, Role.TOTAL, false));
        assertThat(reading.name()).isEqualTo("barley");
    }

    @Provide
    Arbitrary<Unit> units() {
        return Arbitraries.of(
                Units.CUP,
                Units.TABLESPOON,
                Units.TEASPOON,
                Units.GRAM,
                Units.POUND,
                Units.PINT,
                Units.MILLILITRE,
                new Unit.Portion("can"),
                new Unit.Portion("bunch"),
                Unit.PIECE);
    }

    @Provide
    Arbitrary<String> lines() {
        return pieces().list().ofMaxSize(20).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> pieces() {
        Arbitrary<String> known =
                Arbitraries.of(
                        "1",
                        "1/2",
                        "½",
                        "2-",
                        "3 to ",
                        "10-ounce ",
                        "(",
                        ")",
                        ", ",
                        "; ",
                        " - ",
                        "cup ",
                        "large ",
                        "clove",
                        "of ",
                        "or ",
                        "and ",
                        "plus ",
                        "about ",
                        "fresh ",
                        "chopped ",
                        "finely ",
                        "to taste",
                        "for ",
                        "each ",
                        "half ",
                        "dozen ",
                        "a ",
                        "scant ",
                        "whole ",
                        "inch-thick ",
                        "garlic ",
                        "1/0 ",
                        "%",
                        "from ",
                        "in ",
                        "🍋",
                        "ملح ",
                        "é",
                        "-",
                        "/",
                        ".",
                        "  ",
                        "T ",
                        "zest ",
                        "cut ",
                        "only ");
        return Combinators.combine(known, known).as((one, other) -> one + other);
    }

    @Example
    void theListOfAmountsCannotBeChanged() {
        List<LineAmount> amounts = IngredientLine.read("1 egg").amounts();

        assertThat(amounts).isUnmodifiable();
    }
}
