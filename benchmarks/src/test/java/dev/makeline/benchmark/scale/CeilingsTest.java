package dev.makeline.benchmark.scale;

import static dev.makeline.benchmark.scale.Fixture.DEMAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingsTest {

    private static final Popularity EVEN = Popularity.zipf(1, 1);

    @Test
    void eachIsWhatIsGrantedDividedByWhatAMakeTakes() {
        Ceilings ceilings = new Ceilings(ServiceLimits.standard(), DEMAND, EVEN);

        assertThat(of(ceilings, "writes at the key of the most popular recipe")).isEqualTo(100);
        assertThat(of(ceilings, "writes of this month's keys in makes-by-time")).isEqualTo(4_000);
        assertThat(of(ceilings, "writes of the busiest keys in by-state")).isEqualTo(4_000);
        assertThat(of(ceilings, "writes of the keys of makes that are not critical in open-makes"))
                .isEqualTo(8_000);
        assertThat(of(ceilings, "processors of the account")).isCloseTo(720, within(1e-6));
        assertThat(of(ceilings, "counting into the figures of recipes"))
                .isCloseTo(8 * 49 / 0.04, within(1e-6));
    }

    @Test
    void theLowestStandsFirst() {
        List<Ceiling> all = new Ceilings(ServiceLimits.standard(), DEMAND, EVEN).all();

        assertThat(all)
                .isSortedAccordingTo(java.util.Comparator.comparingDouble(Ceiling::makesPerSecond));
    }

    @Test
    void everyKnobIsAnInputThatLiftsItsCeiling() {
        ServiceLimits limits = ServiceLimits.standard().with("design.recipe-shards", 1_000);
        for (Ceiling ceiling : new Ceilings(limits, DEMAND, Fixture.POPULARITY).all()) {
            ServiceLimits more = limits.with(ceiling.knob(), 4 * limits.get(ceiling.knob()));

            assertThat(of(new Ceilings(more, DEMAND, Fixture.POPULARITY), ceiling.what()))
                    .as(ceiling.what())
                    .isGreaterThan(ceiling.makesPerSecond());
        }
    }

    private static double of(Ceilings ceilings, String what) {
        return ceilings.all().stream()
                .filter(ceiling -> ceiling.what().equals(what))
                .findFirst()
                .orElseThrow()
                .makesPerSecond();
    }
}
