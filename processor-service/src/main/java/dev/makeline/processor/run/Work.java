package dev.makeline.processor.run;

import dev.makeline.processor.kind.Progress;
import dev.makeline.processor.run.HeldJob.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// The work of an attempt as its heartbeat sees it, and as the kind of job tells of it.
/// Thread-safe.
final class Work implements Heartbeat.Task, Progress {

    private static final Logger log = LoggerFactory.getLogger(Work.class);

    private final HeldJob held;
    private final LogWriter lines;
    private final Thread worker;
    private final InstantSource clock;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile int progress;
    private volatile String soFar = "";
    private volatile boolean late;
    private volatile boolean lost;

    Work(HeldJob held, LogWriter lines, Thread worker, InstantSource clock) {
        this.held = held;
        this.lines = lines;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public void at(int percent) {
        progress = Math.max(progress, percent);
    }

    @Override
    public void say(String line) {
        lines.say(line);
    }

    @Override
    public void soFar(String sentence) {
        soFar = sentence;
    }

    /// What is done of work that breaks off.
    Optional<String> soFar() {
        return Optional.of(soFar).filter(sentence -> !sentence.isEmpty());
    }

    void flush() {
        lines.flush();
    }

    @Override
    public int progress() {
        return progress;
    }

    @Override
    public void lost() {
        lost = true;
        over.countDown();
        worker.interrupt();
    }

    /// The worker has no business going on, whether its end could be written or not.
    @Override
    public boolean timedOut() {
        boolean first = !late;
        late = true;
        try {
            Instant now = clock.instant();
            String why =
                    "The job did not end within %d s. %s"
                            .formatted(held.job().order().timeout().toSeconds(), soFar)
                            .strip();
            lost = held.endSoon(running -> running.timedOut(now, why)) != Outcome.DONE;
            over.countDown();
            return true;
        } catch (SdkException e) {
            log.atWarn()
                    .addKeyValue("jobId", held.job().id())
                    .addKeyValue("cause", e.getMessage())
                    .log("That a job timed out could not be written; it is tried again");
            return false;
        } finally {
            if (first) {
                worker.interrupt();
            }
        }
    }

    /// Of work whose time is over: whether that is on record, which may take a while.
    boolean awaitOver(Duration longest) {
        try {
            return isOver() || (late && over.await(longest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return isOver();
        }
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    boolean isLost() {
        return lost;
    }
}
