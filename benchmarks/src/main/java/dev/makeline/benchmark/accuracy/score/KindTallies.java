package dev.makeline.benchmark.accuracy.score;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// Tallies by kind of difference, over many comparisons. Not thread-safe.
public final class KindTallies {

    private final Map<String, Tally> byKind = new TreeMap<>();

    public void add(Collection<Claim> claimed, Collection<Claim> expected) {
        claimed.forEach(claim -> add(claim.kind(), new Tally(0, 1, 0)));
        expected.forEach(
                claim -> add(claim.kind(), new Tally(claimed.contains(claim) ? 1 : 0, 0, 1)));
    }

    private void add(String kind, Tally tally) {
        byKind.merge(kind, tally, Tally::plus);
    }

    /// Over all kinds together, so that each claim weighs the same.
    public Tally micro() {
        return byKind.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    public Map<String, Tally> byKind() {
        return new TreeMap<>(byKind);
    }
}
