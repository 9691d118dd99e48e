package dev.makeline.server.page.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioScaleTest {

    private static final RatioScale SCALE =
            new RatioScale(
                    List.of(
                            new BigDecimal("0.9"),
                            new BigDecimal("0.99"),
                            new BigDecimal("1.01"),
                            new BigDecimal("1.1")));

    @Property
    void moreStandsFurtherOnAndAllStandsOnTheScale(
            @ForAll @DoubleRange(max = 1_000) double one,
            @ForAll @DoubleRange(max = 1_000) double other) {
        assertThat(SCALE.share(Math.max(one, other)))
                .isBetween(SCALE.share(Math.min(one, other)), 1.0);
        assertThat(SCALE.share(Math.min(one, other))).isNotNegative();
    }

    @Test
    void everyBinIsAsWide() {
        assertThat(SCALE.share(0)).isZero();
        assertThat(SCALE.share(0.9)).isCloseTo(0.2, within(1e-9));
        assertThat(SCALE.share(1)).isCloseTo(0.5, within(1e-9));
        assertThat(SCALE.share(1.1)).isCloseTo(0.8, within(1e-9));
        assertThat(SCALE.share(1_000)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1,±0 %", "1.05,+5 %", "0.875,−12.5 %", "0,−100 %", "2,×2", "2.25,×2.3"})
    void amountsAreSaidAsPeopleSayThem(BigDecimal ratio, String text) {
        assertThat(RatioText.of(ratio)).isEqualTo(text);
    }
}
