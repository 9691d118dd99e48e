package dev.makeline.server.notice;

import dev.makeline.operations.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Since when this server sees the leases of others. A lease has lapsed when it was seen unchanged
/// for its whole time by this server's own clock: servers whose clocks differ take nothing over too
/// early. Not thread-safe.
final class ObservedLeases {

    /// What was not looked at for that many times of a lease is forgotten, and observed anew.
    private static final int REMEMBERED = 20;

    private final SteadyClock clock;
    private final Duration lease;
    private final Map<String, Instant> seenSince = new HashMap<>();

    ObservedLeases(SteadyClock clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    boolean hasLapsed(String leaseId) {
        Instant now = clock.now();
        Instant longAgo = now.minus(lease.multipliedBy(REMEMBERED));
        seenSince.values().removeIf(since -> since.isBefore(longAgo));
        Instant since = seenSince.computeIfAbsent(leaseId, _ -> now);
        return !now.isBefore(since.plus(lease));
    }
}
