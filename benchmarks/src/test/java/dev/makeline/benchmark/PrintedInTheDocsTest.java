package dev.makeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.cost.PriceTable;
import dev.makeline.benchmark.scale.Demand;
import dev.makeline.benchmark.scale.Popularity;
import dev.makeline.benchmark.scale.ServiceLimits;
import dev.makeline.benchmark.usage.MeasuredUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What stands in the documents is what the programs print.
class PrintedInTheDocsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final int HOUR = 3600;

    @Test
    void costsAreThoseThatAreCalculated() throws IOException {
        String printed = new CostReport(PriceTable.standard(), MeasuredUse.standard()).text();

        assertThat(Files.readString(DOCS.resolve("cost.md")))
                .contains(printed.substring(printed.indexOf("A million makes")));
    }

    @Test
    void ceilingsAndLiftsAreThoseThatAreCalculated() throws IOException {
        ServiceLimits limits = ServiceLimits.standard();
        ScaleReport report =
                new ScaleReport(
                        limits,
                        Demand.of(MeasuredUse.standard().of("drained")),
                        Popularity.zipf(
                                (int) limits.get("assumed.popularity.recipes"),
                                limits.get("assumed.popularity.exponent")),
                        HOUR);

        assertThat(Files.readString(DOCS.resolve("scale.md")))
                .contains(report.ceilings(), report.lifts(1_000), report.lifts(100_000))
                .contains(report.outcomes(List.of(10.0, 1_000.0, 100_000.0)));
    }
}
