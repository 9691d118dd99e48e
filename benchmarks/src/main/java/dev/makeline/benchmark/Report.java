package dev.makeline.benchmark;

import dev.makeline.benchmark.floor.Floor;
import dev.makeline.benchmark.pipeline.Audit;
import dev.makeline.benchmark.pipeline.Drain;
import dev.makeline.benchmark.pipeline.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything one run of the pipeline's benchmark measured, beside its targets.
record Report(Machine machine, Floor.Result floor, Drain drain, Latency latency, Audit audit) {

    private static final double LEAST_MAKES_PER_SECOND = 500;
    private static final double SHARE_OF_FLOOR = 0.6;
    private static final Duration P99 = Duration.ofSeconds(2);
    private static final double REQUESTS_PER_MAKE = 5;

    /// The higher of the two targets for the drain.
    double targetMakesPerSecond() {
        return Math.max(LEAST_MAKES_PER_SECOND, SHARE_OF_FLOOR * floor.makesPerSecond());
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>(throughput());
        measures.addAll(latencies());
        measures.add(
                new Measure(
                        "files lost",
                        Integer.toString(audit.lost().size()),
                        "0",
                        audit.lost().isEmpty(),
                        "%d makes listed by the API".formatted(audit.makes())));
        measures.add(
                new Measure(
                        "makes doubled",
                        Integer.toString(audit.doubled()),
                        "0",
                        audit.doubled() == 0,
                        ""));
        measures.add(
                new Measure(
                        "AWS requests per make",
                        "%.2f".formatted(drain.awsRequestsPerMake()),
                        "≤ %.0f".formatted(REQUESTS_PER_MAKE),
                        drain.awsRequestsPerMake() <= REQUESTS_PER_MAKE,
                        "floor 2.5, its own put not counted"));
        measures.addAll(requests());
        measures.addAll(cpu());
        return measures;
    }

    private List<Measure> throughput() {
        return List.of(
                new Measure(
                        "makes/s, drain of %d".formatted(drain.makes()),
                        "%.0f".formatted(drain.makesPerSecond()),
                        "≥ %.0f".formatted(targetMakesPerSecond()),
                        drain.makesPerSecond() >= targetMakesPerSecond(),
                        "%.2f of the floor, %.0f makes/s with %d threads"
                                .formatted(
                                        drain.makesPerSecond() / floor.makesPerSecond(),
                                        floor.makesPerSecond(),
                                        floor.threads())),
                Measure.told(
                        "makes/s, middle 80 %",
                        "%.0f".formatted(drain.middleMakesPerSecond()),
                        "%.2f of the floor"
                                .formatted(drain.middleMakesPerSecond() / floor.makesPerSecond())),
                Measure.told(
                        "makes/s while files are put",
                        "%.0f".formatted(drain.makesPerSecondWhilePut()),
                        "from the drain and %.0f puts/s alone, on the same cores"
                                .formatted(drain.putsPerSecond())));
    }

    private List<Measure> latencies() {
        return List.of(
                new Measure(
                        "put to readable, p99",
                        seconds(latency.readable().p99()),
                        "< " + seconds(P99),
                        latency.readable().p99().compareTo(P99) < 0,
                        "%.0f makes/s offered, %.0f put, %d sampled"
                                .formatted(
                                        latency.offered(),
                                        latency.put(),
                                        latency.readable().count())),
                Measure.told("put to readable, p50", seconds(latency.readable().p50()), ""),
                Measure.told("put to readable, max", seconds(latency.readable().max()), ""));
    }

    private List<Measure> requests() {
        Map<String, Double> rows = new TreeMap<>();
        drain.awsRequests()
                .forEach((process, requests) ->
                        requests.byOperation()
                                .forEach((operation, count) ->
                                        rows.put(process + ": " + operation, count)));
        return rows.entrySet().stream()
                .map(row ->
                        Measure.told(
                                "  " + row.getKey(),
                                "%.3f".formatted(row.getValue() / drain.makes()),
                                ""))
                .toList();
    }

    private List<Measure> cpu() {
        List<Measure> rows = new ArrayList<>();
        rows.add(
                Measure.told(
                        "CPU seconds per 1,000 makes",
                        "%.2f".formatted(drain.cpuSecondsPer1000Makes()),
                        "starts of watcher and sender included"));
        new TreeMap<>(drain.cpuSeconds())
                .forEach((process, seconds) ->
                        rows.add(
                                Measure.told(
                                        "  " + process,
                                        "%.2f".formatted(seconds * 1000 / drain.makes()),
                                        "")));
        return rows;
    }

    private static String seconds(Duration duration) {
        return "%.2f s".formatted(duration.toMillis() / 1000.0);
    }
}
