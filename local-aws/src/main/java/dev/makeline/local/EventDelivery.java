package dev.makeline.local;

import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// Sends events to their queue from one thread, in the order in which they came, up to ten in a
/// request; a receiver may see them in another order, since the queue is no FIFO queue. Closing
/// sends what is still here.
final class EventDelivery implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);

    /// When this many wait, writers of objects wait too.
    static final int CAPACITY = 10_000;

    /// SQS takes at most ten messages in a batch.
    private static final int BATCH = 10;

    /// How long the first event of a batch waits for company: a batch costs what one message does.
    private static final Duration COMPANY = Duration.ofMillis(5);

    /// Without an event for this long, held-back ones are released.
    private static final Duration QUIET = Duration.ofMillis(50);

    private static final Duration BEFORE_RETRY = Duration.ofMillis(100);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final S3EventFaults faults;
    private final BlockingQueue<S3Event> pending;
    private final SqsClient sqs;
    private final String queueUrl;
    private final Thread thread;
    private volatile boolean closing;

    EventDelivery(BlockingQueue<S3Event> pending, S3EventFaults faults, SqsClient sqs) {
        this.pending = pending;
        this.faults = faults;
        this.sqs = sqs;
        this.queueUrl =
                sqs.getQueueUrl(request -> request.queueName(ResourceNames.S3_EVENTS_QUEUE))
                        .queueUrl();
        this.thread = Thread.ofPlatform().name("local-aws-s3-events").daemon().unstarted(this::run);
    }

    /// Sends the test message that S3 sends when notifications are configured, then the events.
    void start() {
        String test = S3Event.testEvent(ResourceNames.INTAKE_BUCKET, Instant.now());
        sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(test));
        thread.start();
    }

    private void run() {
        try {
            while (!closing || !pending.isEmpty()) {
                deliverOnce();
            }
            send(faults.release());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Sends one batch, or what the faults held back when there is none.
    private void deliverOnce() throws InterruptedException {
        List<S3Event> batch = nextBatch();
        send(batch.isEmpty() ? faults.release() : batch.stream().flatMap(this::relayed).toList());
    }

    /// A defect in the faults costs one event and not the thread: without it the queue would fill
    /// and every put hang.
    private Stream<S3Event> relayed(S3Event event) {
        try {
            return faults.relay(event).stream();
        } catch (RuntimeException e) {
            log.atError().setCause(e).addKeyValue("objectKey", event.key()).log("S3 event lost");
            return Stream.empty();
        }
    }

    private List<S3Event> nextBatch() throws InterruptedException {
        List<S3Event> batch = new ArrayList<>(BATCH);
        S3Event next = pending.poll(QUIET.toNanos(), TimeUnit.NANOSECONDS);
        long deadline = System.nanoTime() + COMPANY.toNanos();
        while (next != null) {
            batch.add(next);
            next =
                    batch.size() == BATCH
                            ? null
                            : pending.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return batch;
    }

    private void send(List<S3Event> events) throws InterruptedException {
        for (int from = 0; from < events.size(); from += BATCH) {
            List<S3Event> some = events.subList(from, Math.min(from + BATCH, events.size()));
            List<SendMessageBatchRequestEntry> unsent =
                    IntStream.range(0, some.size()).mapToObj(i -> entry(i, some.get(i))).toList();
            while (!unsent.isEmpty()) {
                unsent = trySend(unsent);
                if (!unsent.isEmpty()) {
                    Thread.sleep(BEFORE_RETRY);
                }
            }
        }
    }

    /// @return what was not taken
    private List<SendMessageBatchRequestEntry> trySend(List<SendMessageBatchRequestEntry> entries) {
        try {
            List<String> failed =
                    sqs
                            .sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries))
                            .failed()
                            .stream()
                            .map(BatchResultErrorEntry::id)
                            .toList();
            return entries.stream().filter(entry -> failed.contains(entry.id())).toList();
        } catch (SdkException e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("events", entries.size())
                    .log("S3 events not sent, trying again");
            return entries;
        }
    }

    private static SendMessageBatchRequestEntry entry(int index, S3Event event) {
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .messageBody(event.toJson())
                .build();
    }

    @Override
    public void close() {
        closing = true;
        try {
            if (!thread.join(DRAIN)) {
                log.atWarn()
                        .addKeyValue("events", pending.size())
                        .log("S3 events not sent before the end");
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
