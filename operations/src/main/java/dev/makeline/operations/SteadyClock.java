package dev.makeline.operations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.LongSupplier;

/// A clock that only passes: no person and no time server sets it. For how long something lasts or
/// has lasted in this process. Its instants count from an arbitrary beginning and mean nothing to
/// another process or beside the system's clock, which is for what other processes read.
/// Thread-safe.
@Singleton
public final class SteadyClock {

    private final LongSupplier nanoTime;
    private final long start;

    @Inject
    public SteadyClock() {
        this(System::nanoTime);
    }

    /// @param nanoTime as [System#nanoTime]: nanoseconds from any origin
    public SteadyClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    public Instant now() {
        return Instant.EPOCH.plusNanos(nanoTime.getAsLong() - start);
    }
}
