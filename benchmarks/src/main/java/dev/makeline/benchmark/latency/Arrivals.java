package dev.makeline.benchmark.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Plans calls at equal distances, their kinds shuffled.
public final class Arrivals {

    private Arrivals() {}

    /// @param round the kinds that come in each round, as often as they stand there; the order is
    ///   another one in each round
    /// @param perSecond calls a second
    /// @param seed the same seed gives the same plan
    public static <K> List<Arrival<K>> of(
            List<K> round, double perSecond, Duration duration, long seed) {
        int count = (int) Math.round(perSecond * duration.toMillis() / 1000);
        List<K> kinds = kinds(round, count, new Random(seed));
        return IntStream.range(0, count)
                .mapToObj(number ->
                        new Arrival<>(
                                Duration.ofNanos(Math.round(number * 1e9 / perSecond)),
                                kinds.get(number)))
                .toList();
    }

    private static <K> List<K> kinds(List<K> round, int count, Random random) {
        List<K> kinds = new ArrayList<>();
        while (kinds.size() < count) {
            List<K> next = new ArrayList<>(round);
            Collections.shuffle(next, random);
            kinds.addAll(next);
        }
        return kinds;
    }
}
