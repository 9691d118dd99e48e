package dev.makeline.watcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until the test moves it.
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
