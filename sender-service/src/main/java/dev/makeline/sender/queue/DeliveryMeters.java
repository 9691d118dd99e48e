package dev.makeline.sender.queue;

import dev.makeline.sender.delivery.Cause;
import dev.makeline.sender.delivery.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is counted of deliveries. Thread-safe.
final class DeliveryMeters {

    private final MeterRegistry meters;
    private final Map<String, Counter> byOutcome = new ConcurrentHashMap<>();
    private final Map<Cause, Counter> byCause = new ConcurrentHashMap<>();
    private final Timer latency;
    private final Timer age;

    DeliveryMeters(MeterRegistry meters, HeldMessages held) {
        this.meters = meters;
        // Each shows as 0 from the start, so that a rate of it can be asked for.
        List.of("accepted", "duplicate", "waiting", "rejected", "unavailable", "malformed")
                .forEach(this::outcome);
        Arrays.stream(Cause.values()).forEach(this::retries);
        latency =
                Timer.builder("makeline.sender.latency")
                        .description("From an object being found to recipe-server's decision")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(5))
                        .maximumExpectedValue(Duration.ofMinutes(5))
                        .register(meters);
        age =
                Timer.builder("makeline.sender.jobs.age")
                        .description("Time an upload job stood in its queue until first received")
                        .register(meters);
        var _ =
                Gauge.builder("makeline.sender.messages.held", held, HeldMessages::size)
                        .description("Messages in hand, worked on or waiting for a session")
                        .register(meters);
    }

    /// @param sinceFound from the watcher's finding of the object until now
    void count(Delivery delivery, Duration sinceFound) {
        outcome(delivery.label()).increment();
        if (delivery instanceof Delivery.Unavailable(Cause cause, _, _)) {
            retries(cause).increment();
        } else {
            latency.record(sinceFound);
        }
    }

    /// @param inQueue since the message was sent
    void received(Duration inQueue, int attempt) {
        if (attempt == 1) {
            age.record(inQueue);
        }
    }

    void malformed() {
        outcome("malformed").increment();
    }

    private Counter retries(Cause cause) {
        return byCause.computeIfAbsent(
                cause,
                why ->
                        Counter.builder("makeline.sender.retries")
                                .description("Upload jobs put back to be tried again")
                                .tag("cause", why.label())
                                .register(meters));
    }

    private Counter outcome(String label) {
        return byOutcome.computeIfAbsent(
                label,
                outcome ->
                        Counter.builder("makeline.sender.deliveries")
                                .description("Upload jobs by what became of them this time")
                                .tag("outcome", outcome)
                                .register(meters));
    }
}
