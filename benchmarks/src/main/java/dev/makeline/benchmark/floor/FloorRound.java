package dev.makeline.benchmark.floor;

import static dev.makeline.benchmark.floor.FloorStand.PARTITION;
import static dev.makeline.benchmark.floor.FloorStand.SORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/// One pass of all files through the bare loop: what the watcher must do (receive, send, delete, in
/// tens), and what the sender and the server must do together (receive and delete in tens, one get
/// and one conditional put a make).
final class FloorRound {

    private static final int BATCH = 10;

    private final FloorStand stand;
    private final String name;
    private final int makes;
    private final AttributeValue comparison;
    private final AtomicInteger forwarded = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();

    /// @param name tells this round's rows from those of the others
    /// @param comparison what a stored make holds beside its document
    FloorRound(FloorStand stand, String name, int makes, String comparison) {
        this.stand = stand;
        this.name = name;
        this.makes = makes;
        this.comparison = AttributeValue.fromS(comparison);
    }

    /// @return makes a second
    double run(int forwarders, int keepers) {
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(forwarders + keepers)) {
            Stream<Runnable> loops =
                    Stream.concat(
                            Stream.generate(() -> (Runnable) this::forward).limit(forwarders),
                            Stream.generate(() -> (Runnable) this::keep).limit(keepers));
            CompletableFuture.allOf(
                            loops.map(loop -> CompletableFuture.runAsync(loop, threads))
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        return makes / ((System.nanoTime() - began) / 1e9);
    }

    private void forward() {
        while (forwarded.get() < makes) {
            List<Message> events = receive(stand.events());
            if (!events.isEmpty()) {
                stand.send(stand.jobs(), events.stream().map(FloorRound::job).toList());
                delete(stand.events(), events);
                forwarded.addAndGet(events.size());
            }
        }
    }

    private void keep() {
        while (kept.get() < makes) {
            List<Message> jobs = receive(stand.jobs());
            if (!jobs.isEmpty()) {
                jobs.forEach(job -> put(FloorMessages.keyIn(job.body())));
                delete(stand.jobs(), jobs);
                kept.addAndGet(jobs.size());
            }
        }
    }

    private static String job(Message event) {
        return FloorMessages.job(FloorMessages.keyIn(event.body()));
    }

    private void put(String key) {
        String document =
                stand.aws()
                        .s3()
                        .getObjectAsBytes(get -> get.bucket(stand.bucket()).key(key))
                        .asUtf8String();
        stand.aws()
                .dynamoDb()
                .putItem(put ->
                        put.tableName(stand.table())
                                .conditionExpression("attribute_not_exists(" + SORT + ")")
                                .item(
                                        Map.of(
                                                PARTITION,
                                                AttributeValue.fromS(name),
                                                SORT,
                                                AttributeValue.fromS(key),
                                                "document",
                                                AttributeValue.fromS(document),
                                                "comparison",
                                                comparison)));
    }

    private List<Message> receive(String queueUrl) {
        return stand.aws()
                .sqs()
                .receiveMessage(request ->
                        request.queueUrl(queueUrl).maxNumberOfMessages(BATCH).waitTimeSeconds(1))
                .messages();
    }

    private void delete(String queueUrl, List<Message> messages) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Message message : messages) {
            entries.add(
                    DeleteMessageBatchRequestEntry.builder()
                            .id(Integer.toString(entries.size()))
                            .receiptHandle(message.receiptHandle())
                            .build());
        }
        stand.aws()
                .sqs()
                .deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
    }
}
