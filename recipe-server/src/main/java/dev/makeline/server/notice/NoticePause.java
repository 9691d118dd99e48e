package dev.makeline.server.notice;

import java.time.Duration;

/// How long a notice waits after attempts that failed: twice as long each time, up to a limit, and
/// spread, so that servers do not come back all at once.
final class NoticePause {

    private static final Duration FIRST = Duration.ofSeconds(1);

    /// Doubling more often than that passes every limit.
    private static final int MOST_DOUBLINGS = 20;

    private NoticePause() {}

    /// @param attempts that failed, from 1
    /// @param spread from 0 to 1: where in the upper half of the pause
    static Duration after(long attempts, Duration longest, double spread) {
        int doublings = (int) Math.min(MOST_DOUBLINGS, attempts - 1);
        Duration whole = FIRST.multipliedBy(1L << doublings);
        Duration bounded = whole.compareTo(longest) < 0 ? whole : longest;
        return bounded.dividedBy(2).plusMillis((long) (bounded.toMillis() / 2.0 * spread));
    }
}
