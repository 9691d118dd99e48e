package dev.makeline.recipe.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "1, cup, 16, tablespoon",
        "1, tbsp, 3, tsp",
        "1, gallon, 4, quarts",
        "1, qt, 2, pt",
        "1, lb, 16, oz",
        "1, imperial pint, 20, imperial fluid ounces",
        "1, kg, 1000, g",
        "1, litre, 10, dl",
        "1, foot, 12, inches",
        "1, #, 453.59237, gram",
        "1, gallon, 3785.411784, ml"
    })
    void sameAmountsInOtherUnitsAreExactlyTheSame(
            String one, String oneUnit, String other, String otherUnit) {
        assertThat(amount(one, oneUnit).isExactly(amount(other, otherUnit))).isTrue();
    }

    @Test
    void ovenTemperaturesConvertExactly() {
        Amount fahrenheit = Amount.of(Rational.of(350), Units.FAHRENHEIT);

        assertThat(fahrenheit.in(Units.CELSIUS).orElseThrow().low())
                .isEqualTo(Rational.of(1590, 9));
        assertThat(fahrenheit.in(Units.GAS_MARK).orElseThrow().low()).isEqualTo(Rational.of(4));
        assertThat(Amount.of(Rational.of(1, 2), Units.GAS_MARK).in(Units.FAHRENHEIT))
                .contains(Amount.of(Rational.of(250), Units.FAHRENHEIT));
    }

    @Test
    void volumeIsNoMass() {
        assertThat(amount("1", "cup").in(Units.GRAM)).isEmpty();
        assertThat(amount("1", "clove").in(Units.GRAM)).isEmpty();
        assertThat(amount("1", "clove").in(Unit.PIECE)).isEmpty();
    }

    @Test
    void roundedThirdIsShownLikeAThird() {
        Amount third = Amount.of(Rational.of(1, 3), Units.CUP);

        assertThat(third.isShownLike(amount("0.33", "cup"))).isTrue();
        assertThat(third.isShownLike(amount("0.3", "cup"))).isFalse();
        assertThat(third.isExactly(amount("0.33", "cup"))).isFalse();
    }

    @Test
    void rangeRunsUpwards() {
        assertThatThrownBy(() -> new Amount(Rational.of(2), Rational.ONE, Units.CUP))
                .hasMessage("A range runs from the smaller to the larger value; got 2 to 1");
    }

    @Test
    void spoonsAreToldApartByTheirCase() {
        assertThat(UnitSpelling.of("T")).contains(Units.TABLESPOON);
        assertThat(UnitSpelling.of("t")).contains(Units.TEASPOON);
        assertThat(UnitSpelling.of("Tbsp.")).contains(Units.TABLESPOON);
        assertThat(UnitSpelling.of("TBS")).contains(Units.TABLESPOON);
        assertThat(UnitSpelling.of("fl. oz.")).contains(Units.FLUID_OUNCE);
        assertThat(UnitSpelling.of("smidgeonette")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tablespoon, TBS",
        "tablespoon, tbsp",
        "tablespoon, Tablespoons",
        "tablespoon, Tbl.",
        "cup, c.",
        "fluid ounce, fl oz",
        "fluid ounce, fl. oz.",
        "pound, lb.",
        "pound, #",
        "gram, g",
        "gram, gm",
        "deciliter, dl",
        "centiliter, cl",
        "imperial pint, imp. pint",
        "imperial pint, UK pint",
        "pint, US pint",
        "imperial fluid ounce, uk fl oz",
        "imperial gallon, imperial gallons",
        "metric cup, metric cups",
        "can, tins",
        "can, can",
        "clove, cloves",
        "stick, stick",
        "bunch, bunches",
        "pinch, pinch",
        "dash, dashes",
        "drop, drops",
        "head, heads",
        "slice, slices",
        "package, pkg.",
        "package, package",
        "degree Fahrenheit, °F",
        "degree Celsius, °C",
        "gas mark, gas mark",
        "minute, min"
    })
    void unitsAreKnownByTheirSpellings(String unit, String spelling) {
        assertThat(UnitSpelling.of(spelling)).map(Unit::name).contains(unit);
    }

    @Test
    void imperialUnitsAreNotTheAmericanOnesOfTheSameName() {
        assertThat(amount("1", "pint").isExactly(amount("1", "imperial pint"))).isFalse();
        assertThat(amount("1", "pint").isShownLike(amount("1", "imperial pint"))).isFalse();
        assertThat(Units.imperialOf(Units.PINT)).contains(Units.IMPERIAL_PINT);
        assertThat(Units.imperialOf(Units.POUND)).isEmpty();
    }

    @Test
    void amountsOfOneDimensionAddUp() {
        assertThat(amount("1", "cup").plus(amount("2", "tablespoons")))
                .contains(Amount.of(Rational.of(9, 8), Units.CUP));
        assertThat(amount("1", "cup").plus(amount("1", "gram"))).isEmpty();
    }

    private static Amount amount(String value, String unit) {
        return Amount.of(Rational.of(new BigDecimal(value)), UnitSpelling.of(unit).orElseThrow());
    }
}
