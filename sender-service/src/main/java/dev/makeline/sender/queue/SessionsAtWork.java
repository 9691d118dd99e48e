package dev.makeline.sender.queue;

import dev.makeline.operations.SteadyClock;
import java.time.Duration;
import java.time.Instant;

/// Counts the sessions that receive or handle a message, which is all of them but for instants. The
/// JMS library ends a session's receiving for good, without a word, on what it does not expect;
/// then one is missing from here on. Thread-safe.
final class SessionsAtWork {

    /// Far longer than a session is between two messages.
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final SteadyClock clock;
    private int opened;
    private int working;
    private Instant lastWhole;

    SessionsAtWork(SteadyClock clock) {
        this.clock = clock;
        this.lastWhole = clock.now();
    }

    /// A session was opened, and works from now on.
    synchronized void opened() {
        opened++;
        lastWhole = clock.now();
    }

    /// From now on sessions end by intention.
    synchronized void stopping() {
        opened = 0;
    }

    synchronized void begin() {
        working++;
        missing();
    }

    synchronized void end() {
        missing();
        working--;
    }

    /// Sessions that have been missing for longer than can be.
    synchronized int lost() {
        int missing = missing();
        return clock.now().isAfter(lastWhole.plus(TOLERATED)) ? missing : 0;
    }

    /// Sessions that neither receive nor handle a message at this instant.
    synchronized int missing() {
        if (working >= opened) {
            lastWhole = clock.now();
        }
        return Math.max(0, opened - working);
    }
}
