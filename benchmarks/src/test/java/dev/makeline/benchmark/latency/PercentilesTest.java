package dev.makeline.benchmark.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void percentilesAreTakenByTheNearestRank() {
        List<Duration> latencies =
                LongStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList().reversed();

        Percentiles percentiles = Percentiles.of(latencies);

        assertThat(percentiles)
                .isEqualTo(
                        new Percentiles(
                                200,
                                Duration.ofMillis(100),
                                Duration.ofMillis(198),
                                Duration.ofMillis(200)));
    }

    @Test
    void nothingMeasuredIsNoFailure() {
        Percentiles percentiles = Percentiles.of(List.of());

        assertThat(percentiles.count()).isZero();
    }
}
