package dev.makeline.benchmark.latency;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Order statistics of latencies, by the nearest rank.
public record Percentiles(int count, Duration p50, Duration p99, Duration max) {

    public static Percentiles of(Collection<Duration> latencies) {
        List<Duration> sorted = latencies.stream().sorted().toList();
        return sorted.isEmpty()
                ? new Percentiles(0, Duration.ZERO, Duration.ZERO, Duration.ZERO)
                : new Percentiles(
                        sorted.size(), rank(sorted, 0.5), rank(sorted, 0.99), sorted.getLast());
    }

    private static Duration rank(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
