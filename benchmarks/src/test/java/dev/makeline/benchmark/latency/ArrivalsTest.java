package dev.makeline.benchmark.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final List<String> ROUND = List.of("read", "read", "read", "write");

    @Test
    void callsAreDueAtEqualDistances() {
        List<Arrival<String>> plan = Arrivals.of(ROUND, 4, Duration.ofSeconds(2), 1);

        assertThat(plan).hasSize(8);
        assertThat(plan.getFirst().due()).isZero();
        assertThat(plan.getLast().due()).isEqualTo(Duration.ofMillis(1750));
    }

    @Test
    void everyRoundHasEveryKindInItsShare() {
        List<Arrival<String>> plan = Arrivals.of(ROUND, 4, Duration.ofSeconds(3), 7);

        for (int round = 0; round < 3; round++) {
            assertThat(plan.subList(round * 4, round * 4 + 4))
                    .extracting(Arrival::kind)
                    .containsExactlyInAnyOrderElementsOf(ROUND);
        }
    }

    @Test
    void oneSeedGivesOnePlan() {
        List<Arrival<String>> plan = Arrivals.of(ROUND, 50, Duration.ofSeconds(10), 3);

        assertThat(Arrivals.of(ROUND, 50, Duration.ofSeconds(10), 3)).isEqualTo(plan);
        assertThat(Arrivals.of(ROUND, 50, Duration.ofSeconds(10), 4)).isNotEqualTo(plan);
    }
}
