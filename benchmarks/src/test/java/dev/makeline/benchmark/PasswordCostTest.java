package dev.makeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordCostTest {

    @Test
    void theCostOfOneHashStandsBesideItsTarget() {
        PasswordCost cost = PasswordCost.of(1, 40, 3_200_000, 95.4);

        assertThat(cost.measure())
                .isEqualTo(
                        new Measure(
                                "CPU of a hash, 47,104 KiB, 1 pass (shipped)",
                                "80 ms",
                                "≤ 300 ms",
                                true,
                                "95 ms on the clock, 40 hashes"));
    }

    @Test
    void aHashThatTakesTooLongMissesItsTarget() {
        PasswordCost cost = PasswordCost.of(4, 10, 3_200_000, 330);

        assertThat(cost.measure().met()).isFalse();
    }
}
