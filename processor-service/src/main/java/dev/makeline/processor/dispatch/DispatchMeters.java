package dev.makeline.processor.dispatch;

import dev.makeline.operations.SteadyClock;
import dev.makeline.protocol.job.JobPhase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the dispatcher shows of jobs: how many tasks hold, whether some wait for room, how old its
/// last whole reading is, and the ends that it had to give. Thread-safe.
public final class DispatchMeters {

    private static final Set<JobPhase> SHOWN = Set.of(JobPhase.STARTING, JobPhase.RUNNING);

    private final MeterRegistry meters;
    private final SteadyClock steadyClock;
    private final Map<JobPhase, Long> counts = new ConcurrentHashMap<>();
    private volatile boolean someAreLeft;
    private volatile Instant read;

    public DispatchMeters(MeterRegistry meters, SteadyClock steadyClock) {
        this.meters = meters;
        this.steadyClock = steadyClock;
        this.read = steadyClock.now();
        SHOWN.forEach(this::show);
        Gauge.builder("makeline.jobs.wait.for.room", this, own -> own.someAreLeft ? 1 : 0)
                .description("1 while jobs wait because no more tasks may run, else 0")
                .register(meters);
        Gauge.builder("makeline.dispatch.reading.age", this, own -> own.age().toMillis() / 1_000.0)
                .description("Time since every job that is not over was last read and judged")
                .baseUnit("seconds")
                .register(meters);
    }

    private void show(JobPhase phase) {
        Gauge.builder("makeline.jobs", counts, known -> known.getOrDefault(phase, 0L))
                .description("Jobs that a task is started for, or that a task works on")
                .tag("state", phase.label())
                .register(meters);
    }

    private Duration age() {
        return Duration.between(read, steadyClock.now());
    }

    /// Every job that is not over was read and judged.
    void read(Map<JobPhase, Long> jobs, boolean someWaitForRoom) {
        SHOWN.forEach(phase -> counts.put(phase, jobs.getOrDefault(phase, 0L)));
        someAreLeft = someWaitForRoom;
        read = steadyClock.now();
    }

    /// A job was given its next state since its task did not do what it should.
    ///
    /// @param next queued for another attempt, or an end
    void judged(JobPhase next) {
        meters.counter("makeline.jobs.judged", "next", next.label()).increment();
    }
}
