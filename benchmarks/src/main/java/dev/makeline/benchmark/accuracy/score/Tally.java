package dev.makeline.benchmark.accuracy.score;

import java.util.Collection;

/// How many claims were right, of how many made and how many that should have been made.
public record Tally(int right, int claimed, int expected) {

    public static final Tally NONE = new Tally(0, 0, 0);

    /// Every claim counts once, however often it is made.
    public static Tally of(Collection<Claim> claimed, Collection<Claim> expected) {
        int right = (int) expected.stream().distinct().filter(claimed::contains).count();
        return new Tally(right, claimed.size(), expected.size());
    }

    public Tally plus(Tally other) {
        return new Tally(right + other.right, claimed + other.claimed, expected + other.expected);
    }

    /// 1 when nothing was claimed: nothing was invented.
    public double precision() {
        return claimed == 0 ? 1 : (double) right / claimed;
    }

    /// 1 when nothing was expected: nothing was missed.
    public double recall() {
        return expected == 0 ? 1 : (double) right / expected;
    }

    public double f1() {
        return claimed + expected == 0 ? 1 : 2.0 * right / (claimed + expected);
    }
}
