package dev.makeline.benchmark.accuracy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.recipe.quantity.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

    @ParameterizedTest
    @CsvSource({
        "DECIMAL, 1, 2, 0.5",
        "FRACTION, 1, 2, 1/2",
        "SIGN, 1, 2, ½",
        "FRACTION, 5, 2, 2 1/2",
        "SIGN, 5, 3, 1 ⅔",
        "FRACTION, 3, 1, 3",
        "FRACTION, 1, 7, 0.1429",
        "DECIMAL, 2000, 1, 2000"
    })
    void numbersAreWrittenAsCooksDo(Numeral style, long over, long under, String written) {
        assertThat(style.write(Rational.of(over, under))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"½, 1, 2", "1½, 3, 2", "1 ½, 3, 2", "2 1/4, 9, 4", "0.75, 3, 4", "12, 12, 1"})
    void whatIsWrittenIsRead(String written, long over, long under) {
        assertThat(Numeral.read(written)).isEqualTo(Rational.of(over, under));
    }

    @Test
    void decimalsThatDoNotEndAreOffByLessThanAPerMille() {
        Rational third = Rational.of(1, 3);

        Rational read = Numeral.read(Numeral.DECIMAL.write(third));

        assertThat(read.minus(third).absolute().compareTo(third.times(Rational.of(1, 1000))))
                .isNegative();
    }
}
