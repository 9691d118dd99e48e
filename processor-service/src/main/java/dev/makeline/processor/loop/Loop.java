package dev.makeline.processor.loop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes turns of one activity on a virtual thread of its own until it is stopped, and backs off
/// after a turn that failed.
public final class Loop {

    /// One turn of the activity.
    @FunctionalInterface
    public interface Turn {

        /// Returns how long to pause before the next turn.
        Duration take();
    }

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    /// The pause after the first failure; doubles up to 5 s.
    private static final long FIRST_PAUSE_MILLIS = 200;

    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int MOST_DOUBLINGS = 10;

    private final String name;
    private final Turn turn;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private int failures;

    public Loop(String name, Turn turn) {
        this.name = name;
        this.turn = turn;
    }

    public void start() {
        Thread.ofVirtual().name(name).start(this::run);
    }

    /// Lets the turn in hand finish and takes no further one. Returns at once.
    public void stop() {
        stopAsked.countDown();
    }

    /// Returns whether the last turn ended within the time.
    public boolean awaitEnd(Duration longest) throws InterruptedException {
        return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopAsked.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                pause = takeTurn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private Duration takeTurn() {
        try {
            Duration pause = turn.take();
            if (failures > 0) {
                log.atInfo().addKeyValue("loop", name).log("The loop works again");
            }
            failures = 0;
            return pause;
        } catch (RuntimeException e) {
            failures++;
            // Once, twice, four times and so on: seen by whoever looks, and no flood.
            if (Integer.bitCount(failures) == 1) {
                log.atWarn()
                        .addKeyValue("loop", name)
                        .addKeyValue("failures", failures)
                        .addKeyValue("cause", e.toString())
                        .log("A turn of the loop failed; it goes on");
            }
            return backOff();
        }
    }

    /// Between half and the whole of it, so that services that failed together come back one by
    /// one.
    private Duration backOff() {
        long whole =
                Math.min(
                        FIRST_PAUSE_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS),
                        LONGEST_PAUSE_MILLIS);
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }
}
