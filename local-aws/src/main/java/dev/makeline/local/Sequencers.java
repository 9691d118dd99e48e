package dev.makeline.local;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/// Hands out sequencers: 16 hex digits, each greater than every one before. They start from the
/// nanoseconds since 1970, so that they go on rising after a restart unless the clock went back.
/// Thread-safe.
final class Sequencers {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    Sequencers(InstantSource clock) {
        this.clock = clock;
    }

    String next() {
        Instant now = clock.instant();
        long nanos = now.getEpochSecond() * NANOS_PER_SECOND + now.getNano();
        long next = last.updateAndGet(previous -> Math.max(previous + 1, nanos));
        return HexFormat.of().withUpperCase().toHexDigits(next);
    }
}
