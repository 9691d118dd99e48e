package dev.makeline.watcher.loop;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Takes turns of one activity on a virtual thread of its own until it is stopped. The one place
/// where the watcher backs off.
public final class Loop {

    /// One turn of the activity.
    @FunctionalInterface
    public interface Turn {

        /// Returns how long to pause before the next turn; an exception makes the loop back off.
        Duration take();
    }

    private final String name;
    private final Turn turn;
    private final BackOffSettings backOff;
    private final LoopCondition condition;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    public Loop(String name, Turn turn, BackOffSettings backOff, InstantSource clock) {
        this.name = name;
        this.turn = turn;
        this.backOff = backOff;
        this.condition = new LoopCondition(name, clock);
    }

    public String name() {
        return name;
    }

    public void start() {
        Thread.ofVirtual().name(name).start(this::run);
    }

    /// Lets the turn in hand finish and takes no further one. Returns at once; never interrupts.
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
            condition.succeeded();
            return pause;
        } catch (RuntimeException e) {
            return backOff.pauseAfter(condition.failed(e));
        }
    }
}
