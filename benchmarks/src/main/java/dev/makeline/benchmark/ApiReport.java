package dev.makeline.benchmark;

import dev.makeline.benchmark.api.ApiLoad;
import dev.makeline.benchmark.api.LogInCost;
import dev.makeline.benchmark.latency.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What one run of the API's benchmark measured, beside its targets.
record ApiReport(LogInCost logIns, ApiLoad load) {

    private static final Duration P99 = Duration.ofMillis(50);

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        measures.add(
                held(
                        "p99, all but log ins, %.0f requests/s".formatted(load.perSecond()),
                        load.all()));
        load.byRoute()
                .forEach((route, percentiles) ->
                        measures.add(held("p99, " + route.label(), percentiles)));
        measures.add(
                new Measure(
                        "requests that failed",
                        Integer.toString(load.failures().size()),
                        "0",
                        load.failures().isEmpty(),
                        load.failures().stream().findFirst().orElse("")));
        measures.add(
                Measure.told(
                        "p99, begin of a request after it is due",
                        millis(load.lag().p99()),
                        "of the benchmark itself, counted above; max " + millis(load.lag().max())));
        measures.add(
                Measure.told(
                        "p99, form to the S3 stand-in",
                        millis(load.forms().p99()),
                        spread(load.forms())));
        load.cpuMillisEach()
                .forEach((process, each) ->
                        measures.add(
                                Measure.told(
                                        "CPU for a request, " + process,
                                        "%.1f ms".formatted(each),
                                        "")));
        measures.add(
                new Measure(
                        "CPU of recipe-server for a log in",
                        "%.0f ms".formatted(logIns.cpuMillis()),
                        "≤ %.0f ms".formatted(PasswordCost.TARGET_MILLIS),
                        logIns.cpuMillis() <= PasswordCost.TARGET_MILLIS,
                        "mean of %d".formatted(logIns.answered().count())));
        measures.add(
                Measure.told(
                        "p99, log in until it is answered",
                        millis(logIns.answered().p99()),
                        spread(logIns.answered())));
        return List.copyOf(measures);
    }

    private static Measure held(String name, Percentiles percentiles) {
        return new Measure(
                name,
                millis(percentiles.p99()),
                "< " + P99.toMillis() + " ms",
                percentiles.p99().compareTo(P99) < 0,
                spread(percentiles));
    }

    private static String spread(Percentiles percentiles) {
        return "p50 %s, max %s, %d of them"
                .formatted(
                        millis(percentiles.p50()), millis(percentiles.max()), percentiles.count());
    }

    private static String millis(Duration duration) {
        return "%.1f ms".formatted(duration.toNanos() / 1e6);
    }
}
