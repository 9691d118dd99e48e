package dev.makeline.watcher;

import dev.makeline.operations.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until the test moves it: [#advance] is time that passes, [#set] is not.
public final class SettableClock implements InstantSource {

    private volatile Instant now;
    private volatile Duration passed = Duration.ZERO;

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration time) {
        set(time);
        passed = passed.plus(time);
    }

    /// @param by negative to set it back
    public void set(Duration by) {
        now = now.plus(by);
    }

    /// Sees the time pass, and does not see the clock be set.
    public SteadyClock steady() {
        return new SteadyClock(() -> passed.toNanos());
    }

    @Override
    public Instant instant() {
        return now;
    }
}
