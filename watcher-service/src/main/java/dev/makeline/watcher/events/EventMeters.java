package dev.makeline.watcher.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;

/// What is counted of events. Thread-safe.
public final class EventMeters {

    private final MeterRegistry meters;
    private final Counter malformed;
    private final Timer age;

    public EventMeters(MeterRegistry meters) {
        this.meters = meters;
        // Each shows as 0 from the start, so that a rate of it can be asked for.
        Arrays.stream(Ignored.values()).forEach(this::ignored);
        malformed =
                Counter.builder("makeline.watcher.events.malformed")
                        .description("Receives of messages that are no S3 event")
                        .register(meters);
        age =
                Timer.builder("makeline.watcher.events.age")
                        .description("Time a message stood in the events queue until received")
                        .register(meters);
    }

    void count(EventBatch batch) {
        batch.ignored().forEach(reason -> ignored(reason).increment());
        malformed.increment(batch.malformed().size());
    }

    void received(Duration messageAge) {
        age.record(messageAge);
    }

    private Counter ignored(Ignored reason) {
        return Counter.builder("makeline.watcher.events.ignored")
                .description("Events that need no upload job")
                .tag("reason", reason.label())
                .register(meters);
    }
}
