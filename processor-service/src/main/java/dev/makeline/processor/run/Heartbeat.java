package dev.makeline.processor.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Shows in intervals that a task is alive, sees to it that it ends in time, and interrupts its
/// thread when it has no business going on.
final class Heartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private static final int SOON = 10;

    private final HeldJob held;
    private final Duration interval;
    private final Duration timeout;
    private final Task task;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final long begun = System.nanoTime();
    private boolean failed;

    /// The work that goes on beside.
    interface Task {

        int progress();

        /// The job was taken away.
        void lost();

        /// The time is over.
        ///
        /// @return whether that is settled; it is asked for again at the next beat otherwise
        boolean timedOut();
    }

    private Heartbeat(HeldJob held, Duration interval, Task task) {
        this.held = held;
        this.interval = interval;
        this.timeout = held.job().order().timeout();
        this.task = task;
    }

    static Heartbeat start(HeldJob held, Duration interval, Task task) {
        Heartbeat heartbeat = new Heartbeat(held, interval, task);
        Thread.ofVirtual().name("heartbeat").start(heartbeat::run);
        return heartbeat;
    }

    private void run() {
        try {
            while (!stopped.await(pause().toNanos(), TimeUnit.NANOSECONDS)) {
                if (!left().isPositive()) {
                    if (task.timedOut()) {
                        return;
                    }
                } else if (isLost()) {
                    task.lost();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Short after what could not be written, since the lease runs on.
    private Duration pause() {
        Duration left = left();
        Duration usual = failed ? interval.dividedBy(SOON) : interval;
        return left.isPositive() && left.compareTo(usual) < 0 ? left : usual;
    }

    private Duration left() {
        return timeout.minusNanos(System.nanoTime() - begun);
    }

    private boolean isLost() {
        try {
            boolean lost = held.beat(task.progress()) == HeldJob.Outcome.LOST;
            failed = false;
            return lost;
        } catch (SdkException e) {
            failed = true;
            // The lease may run out meanwhile; then a later write is refused.
            log.atWarn()
                    .addKeyValue("jobId", held.job().id())
                    .addKeyValue("cause", e.getMessage())
                    .log("A heartbeat could not be written; it is tried again");
            return false;
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
