package dev.makeline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.benchmark.latency.Percentiles;
import dev.makeline.benchmark.listing.ListingCost;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ListingReportTest {

    @Test
    void whatAListCostsAmongOthersStandsBesideWhatItCostsAlone() {
        ListingReport report = new ListingReport(100_000, cost(4, 1.0), cost(5, 1.0));

        assertThat(report.measures())
                .contains(
                        new Measure(
                                "capacity units of a list",
                                "1.0",
                                "= alone",
                                true,
                                "1.0 alone, by DynamoDB's own count"),
                        Measure.told(
                                "p50 of a list among 100,000 files", "5.0 ms", "4.0 ms alone"));
    }

    @Test
    void aListThatReadsMoreAmongOthersMissesItsTarget() {
        ListingReport report = new ListingReport(100_000, cost(4, 1.0), cost(4, 1.5));

        assertThat(report.measures().getFirst().met()).isFalse();
    }

    private static ListingCost cost(int millis, double capacityUnits) {
        Duration latency = Duration.ofMillis(millis);
        return new ListingCost(new Percentiles(500, latency, latency, latency), 2, capacityUnits);
    }
}
