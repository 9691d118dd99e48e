package dev.makeline.benchmark.scale;

import static dev.makeline.benchmark.scale.Fixture.DEMAND;
import static dev.makeline.benchmark.scale.Fixture.POPULARITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiftsTest {

    @ParameterizedTest
    @ValueSource(doubles = {10, 1_000, 100_000})
    void whatWasLiftedKeepsAndCountsAllThatComes(double rate) {
        Lifts lifts = Lifts.to(rate, ServiceLimits.standard(), DEMAND, POPULARITY);

        Outcome outcome = Simulation.run(lifts.limits(), DEMAND, POPULARITY, rate, 3 * 3600);

        assertThat(outcome.keptPerSecond()).isCloseTo(rate, within(rate * 0.001));
        assertThat(outcome.keepsUpAfter()).isNotNegative();
        assertThat(outcome.notCounted()).isLessThan(rate);
    }

    @Test
    void theyStandInTheOrderInWhichTheyBreak() {
        Lifts lifts = Lifts.to(100_000, ServiceLimits.standard(), DEMAND, POPULARITY);

        assertThat(lifts.changes()).extracting(Lifts.Change::breaksAt).isSorted();
        assertThat(lifts.changes()).allMatch(change -> change.to() > change.from());
    }

    @Test
    void nothingIsLiftedThatHolds() {
        assertThat(Lifts.to(1, Fixture.plenty(), DEMAND, POPULARITY).changes()).isEmpty();
    }
}
