package dev.makeline.benchmark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeptSeriesTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void whatWasKeptBeforeTheFirstSampleDoesNotCount() {
        KeptSeries series = new KeptSeries();

        series.add(0, 500);
        series.add(2 * SECOND, 1_500);

        assertThat(series.kept()).isEqualTo(1_000);
        assertThat(series.rate(0, 1)).isEqualTo(500);
    }

    @Test
    void theMiddleLeavesOutASlowStartAndASlowEnd() {
        KeptSeries series = new KeptSeries();

        series.add(0, 0);
        series.add(10 * SECOND, 100);
        series.add(11 * SECOND, 900);
        series.add(21 * SECOND, 1_000);

        assertThat(series.rate(0.1, 0.9)).isCloseTo(800, within(1e-6));
    }

    @Test
    void waitingAfterTheLastMakeDoesNotCount() {
        KeptSeries series = new KeptSeries();

        series.add(0, 0);
        series.add(SECOND, 100);
        series.add(9 * SECOND, 100);

        assertThat(series.seconds()).isEqualTo(1);
    }
}
