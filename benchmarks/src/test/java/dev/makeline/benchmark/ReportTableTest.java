package dev.makeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {

    @Test
    void everyMeasureStandsBesideItsTarget() {
        List<Measure> measures =
                List.of(
                        new Measure("makes/s", "640", "≥ 500", true, "0.7 of the floor"),
                        new Measure("lost", "1", "0", false, ""),
                        Measure.told("p50", "0.03 s", ""));

        String table = ReportTable.of(measures);

        assertThat(table)
                .isEqualTo(
                        """
                        | measure | reached | target  | reference        |
                        | ------- | ------- | ------- | ---------------- |
                        | makes/s | 640     | ≥ 500 ✓ | 0.7 of the floor |
                        | lost    | 1       | 0 ✗     |                  |
                        | p50     | 0.03 s  |         |                  |
                        """);
    }
}
