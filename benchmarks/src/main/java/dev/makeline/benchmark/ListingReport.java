package dev.makeline.benchmark;

import dev.makeline.benchmark.listing.ListingCost;
import java.time.Duration;
import java.util.List;

/// What a list of ten files costs among the files of others, beside what it costs alone.
///
/// @param others files
record ListingReport(int others, ListingCost alone, ListingCost among) {

    List<Measure> measures() {
        return List.of(
                new Measure(
                        "capacity units of a list",
                        "%.1f".formatted(among.capacityUnits()),
                        "= alone",
                        among.capacityUnits() == alone.capacityUnits(),
                        "%.1f alone, by DynamoDB's own count".formatted(alone.capacityUnits())),
                Measure.told(
                        "DynamoDB requests of a list",
                        "%.2f".formatted(among.requestsEach()),
                        "%.2f alone, what the server does by itself included"
                                .formatted(alone.requestsEach())),
                told("p50", among.answered().p50(), alone.answered().p50()),
                told("p99", among.answered().p99(), alone.answered().p99()),
                told("max", among.answered().max(), alone.answered().max()));
    }

    private Measure told(String statistic, Duration amongOthers, Duration alone) {
        return Measure.told(
                "%s of a list among %,d files".formatted(statistic, others),
                millis(amongOthers),
                millis(alone) + " alone");
    }

    private static String millis(Duration duration) {
        return "%.1f ms".formatted(duration.toNanos() / 1e6);
    }
}
