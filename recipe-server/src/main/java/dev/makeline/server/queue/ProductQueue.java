package dev.makeline.server.queue;

import dev.makeline.protocol.ResourceNames;
import java.util.Arrays;
import java.util.Optional;

/// Every queue of the product. Each has a dead-letter queue.
enum ProductQueue {
    S3_EVENTS(
            ResourceNames.S3_EVENTS_QUEUE,
            "S3 tells of new objects; watcher-service takes them",
            "watcher-service"),
    UPLOAD_JOBS(
            ResourceNames.UPLOAD_JOBS_QUEUE,
            "Objects to be submitted; sender-service takes them",
            "sender-service");

    private final String queueName;
    private final String purpose;
    private final String consumer;

    ProductQueue(String queueName, String purpose, String consumer) {
        this.queueName = queueName;
        this.purpose = purpose;
        this.consumer = consumer;
    }

    static Optional<ProductQueue> of(String name) {
        return Arrays.stream(values()).filter(queue -> queue.queueName.equals(name)).findFirst();
    }

    String queueName() {
        return queueName;
    }

    String deadLetterName() {
        return queueName + ResourceNames.DEAD_LETTER_SUFFIX;
    }

    String purpose() {
        return purpose;
    }

    /// The service that receives from it.
    String consumer() {
        return consumer;
    }
}
