package dev.makeline.watcher.queues;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// How the depths of the queues are shown.
///
/// @param interval between counts; each asks SQS once for each of four queues
@ConfigurationProperties("makeline.watcher.queue-gauges")
public record QueueGaugeSettings(Duration interval) {

    public QueueGaugeSettings {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException(
                    "makeline.watcher.queue-gauges.interval must be positive, for example 15s, not "
                            + interval);
        }
    }
}
