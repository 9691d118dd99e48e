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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Property
    void everyWordIsInOneOfTheFields(@ForAll("lines") String line) {
        Reading reading = new Reading(Tokenizer.tokens(line));
        IngredientLine.readInto(reading);

        assertThat(IntStream.range(0, reading.size()).filter(reading::isWord))
                .allMatch(word -> reading.field(word) != Field.NONE);
    }

    @Property
    void noLetterIsLostWhenALineIsCut(@ForAll("lines") String line) {
        String kept =
                Tokenizer.tokens(line).stream().map(Token::text).collect(Collectors.joining(" "));

        assertThat(lettersBesidesConnectives(kept)).isEqualTo(lettersBesidesConnectives(line));
    }

    /// "2 to 3" becomes one number.
    private static String lettersBesidesConnectives(String text) {
        return text.replaceAll("(?<!\\p{L})(to|or|and)(?!\\p{L})", "").replaceAll("[^\\p{L}]", "");
    }

    @Property
    void wordsOfAFoodThatNoListKnowsAreItsName(@ForAll("unknownFoods") String food) {
        assertThat(IngredientLine.read("2 cups " + food).name()).isEqualTo(food);
    }

    @Provide
    Arbitrary<String> unknownFoods() {
        Arbitrary<String> word =
                Arbitraries.of("brk", "zwu", "łąk", "şq", "ñuñ", "日本", "ملح", "гриб", "🍋", "o’k");
        return word.list().ofMinSize(1).ofMaxSize(6).map(words -> String.join(" ", words));
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
                        "only ",
                        "x ",
                        "2x3",
                        "d'",
                        "de ",
                        "clove(s) ",
                        "colher (sopa) ",
                        "white ",
                        "parts ",
                        "stems ",
                        "removed ",
                        "made ",
                        "packed ",
                        "more ",
                        "in ");
        return Combinators.combine(known, known).as((one, other) -> one + other);
    }

    @Example
    void theListOfAmountsCannotBeChanged() {
        List<LineAmount> amounts = IngredientLine.read("1 egg").amounts();

        assertThat(amounts).isUnmodifiable();
    }
}
