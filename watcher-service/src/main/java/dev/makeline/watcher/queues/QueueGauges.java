package dev.makeline.watcher.queues;

import dev.makeline.protocol.QueueDepth;
import dev.makeline.protocol.ResourceNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Shows how many messages stand in the queues of the intake, and warns when a dead-letter queue
/// begins to hold any: each is for a person to look at.
public final class QueueGauges {

    private static final Logger log = LoggerFactory.getLogger(QueueGauges.class);

    private static final List<String> QUEUES =
            List.of(
                    ResourceNames.S3_EVENTS_QUEUE,
                    ResourceNames.S3_EVENTS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX,
                    ResourceNames.UPLOAD_JOBS_QUEUE,
                    ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX);

    private final SqsClient sqs;
    private final Duration interval;
    private final Map<String, Long> depths = new ConcurrentHashMap<>();
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    public QueueGauges(SqsClient sqs, Duration interval, MeterRegistry meters) {
        this.sqs = sqs;
        this.interval = interval;
        QUEUES.forEach(queue -> show(queue, meters));
    }

    /// Counts once. Returns the time to the next count.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException when SQS cannot be reached; the
    ///   gauges then show what they showed
    public Duration pollOnce() {
        QUEUES.forEach(this::count);
        return interval;
    }

    private void count(String queue) {
        String url =
                urls.computeIfAbsent(
                        queue, name -> sqs.getQueueUrl(get -> get.queueName(name)).queueUrl());
        long depth = new QueueDepth(sqs).of(url);
        Long before = depths.put(queue, depth);
        if (depth > 0
                && (before == null || before == 0)
                && queue.endsWith(ResourceNames.DEAD_LETTER_SUFFIX)) {
            log.atWarn()
                    .addKeyValue("queue", queue)
                    .addKeyValue("messages", depth)
                    .log("Dead-letter queue holds messages that somebody must look at");
        }
    }

    private void show(String queue, MeterRegistry meters) {
        Gauge.builder(
                        "makeline.queue.depth",
                        depths,
                        known -> known.containsKey(queue) ? known.get(queue) : Double.NaN)
                .description("Messages in a queue: visible, in flight and delayed")
                .tag("queue", queue)
                .register(meters);
    }
}
