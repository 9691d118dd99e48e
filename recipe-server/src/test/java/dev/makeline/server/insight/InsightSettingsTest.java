package dev.makeline.server.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsightSettingsTest {

    private final InsightSettings settings =
            new InsightSettings(Duration.ofMillis(250), Duration.ofSeconds(3));

    @ParameterizedTest
    @CsvSource({"1, 250", "27, 250", "28, 252", "100, 900", "333, 2997", "334, 3000", "9000, 3000"})
    void aTurnThatCountedIsFollowedByARestOfNineTimesItsLengthWithinBounds(
            long took, long expected) {
        assertThat(settings.restAfter(Duration.ofMillis(took), 1, false))
                .isEqualTo(Duration.ofMillis(expected));
    }

    @Test
    void whoIsBehindDoesNotRest() {
        assertThat(settings.restAfter(Duration.ofSeconds(2), 1, true)).isZero();
    }

    @Test
    void whereNothingCouldBeCountedTheNextLookComesAfterTheInterval() {
        assertThat(settings.restAfter(Duration.ofSeconds(2), 0, false))
                .isEqualTo(Duration.ofMillis(250));
        assertThat(settings.restAfter(Duration.ofSeconds(2), 0, true))
                .isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aLongestRestBelowTheIntervalIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new InsightSettings(Duration.ofSeconds(3), Duration.ofMillis(250)))
                .withMessageContaining("makeline.insights.longest-rest");
    }
}
