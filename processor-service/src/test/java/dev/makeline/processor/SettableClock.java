package dev.makeline.processor;

import dev.makeline.operations.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until the test moves it.
public final class SettableClock implements InstantSource {

    private final Instant start = Instant.now();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    public final SteadyClock steady = new SteadyClock(nanos::get);

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.get() + wrong.get());
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /// The time of day jumps, forwards or back; no time passes.
    public void jump(Duration by) {
        wrong.addAndGet(by.toNanos());
    }
}
