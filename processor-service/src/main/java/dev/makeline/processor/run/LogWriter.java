package dev.makeline.processor.run;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobLog.Said;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Writes the log of one attempt, some lines at a time. No job fails for its log: what can't be
/// written now is tried again with the next lines. Thread-safe.
final class LogWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogWriter.class);
    private static final String FULL = "The log is full: what follows is left out.";

    private final JobLog jobLog;
    private final JobId job;
    private final int attempt;
    private final InstantSource clock;
    private final List<Said> unwritten = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int said;
    private int written;

    private LogWriter(JobLog jobLog, JobId job, int attempt, InstantSource clock) {
        this.jobLog = jobLog;
        this.job = job;
        this.attempt = attempt;
        this.clock = clock;
    }

    /// @param interval between two writes, as long as there is something to write
    static LogWriter start(
            JobLog jobLog, JobId job, int attempt, InstantSource clock, Duration interval) {
        LogWriter writer = new LogWriter(jobLog, job, attempt, clock);
        Thread.ofVirtual().name("job-log").start(() -> writer.run(interval));
        return writer;
    }

    void say(String line) {
        synchronized (unwritten) {
            if (said < JobLog.MOST_LINES_OF_ATTEMPT) {
                said++;
                String text = said == JobLog.MOST_LINES_OF_ATTEMPT ? FULL : line;
                unwritten.add(new Said(clock.instant(), text));
            }
        }
    }

    private void run(Duration interval) {
        try {
            while (!stopped.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Writes what was said so far.
    synchronized void flush() {
        try {
            for (List<Said> next = next(); !next.isEmpty(); next = next()) {
                jobLog.append(job, attempt, written, next);
                written += next.size();
                forget(next.size());
            }
        } catch (SdkException e) {
            log.atWarn()
                    .addKeyValue("jobId", job)
                    .addKeyValue("cause", e.getMessage())
                    .log("Lines of a job's log could not be written; they are tried again");
        }
    }

    private List<Said> next() {
        synchronized (unwritten) {
            return List.copyOf(unwritten.subList(0, Math.min(JobLog.MOST_LINES, unwritten.size())));
        }
    }

    private void forget(int count) {
        synchronized (unwritten) {
            unwritten.subList(0, count).clear();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        flush();
    }
}
