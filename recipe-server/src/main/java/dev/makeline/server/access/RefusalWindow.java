package dev.makeline.server.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The refusals of one minute, counted by who met them. Bounded whatever comes: sources past the
/// most that are told apart share one sum. Not thread-safe.
final class RefusalWindow {

    private static final RefusalSource OTHERS = new RefusalSource.Others();

    /// @param count of those that were not put on record singly
    /// @param from UTC, of the first of them
    /// @param until UTC, of the last
    record Sum(RefusalSource source, long count, Instant from, Instant until) {

        private Sum plus(Sum other) {
            return new Sum(source, count + other.count, from, other.until);
        }
    }

    private final RefusalSettings settings;
    private final Map<RefusalSource, Integer> singly = new HashMap<>();
    private final Map<RefusalSource, Sum> sums = new HashMap<>();

    RefusalWindow(RefusalSettings settings) {
        this.settings = settings;
    }

    /// Whether this one is to be put on record singly; otherwise it is counted.
    boolean admits(RefusalSource source, Instant at) {
        int before = singly.getOrDefault(source, 0);
        boolean isTold = before > 0 || singly.size() < settings.sources();
        if (isTold && before < settings.singly()) {
            singly.put(source, before + 1);
            return true;
        }
        count(isTold ? source : OTHERS, at);
        return false;
    }

    void count(RefusalSource source, Instant at) {
        add(new Sum(source, 1, at, at));
    }

    void add(Sum sum) {
        boolean isTold = sums.containsKey(sum.source()) || sums.size() < settings.sources();
        RefusalSource source = isTold ? sum.source() : OTHERS;
        sums.merge(
                source,
                new Sum(source, sum.count(), sum.from(), sum.until()),
                (one, other) -> one.plus(other));
    }

    List<Sum> sums() {
        return List.copyOf(sums.values());
    }
}
