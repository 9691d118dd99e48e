package dev.makeline.watcher.stranded;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.QueueDepth;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.UploadJob;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/// Reads the dead-letter queue of upload jobs without taking anything from it. Thread-safe.
///
/// Every method throws `software.amazon.awssdk.core.exception.SdkException` when SQS cannot be
/// reached.
public final class DeadLetterQueue {

    private static final String NAME =
            ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX;

    /// Beyond this many, reading them all each round would cost more than it is worth: 100 receives
    /// of 10.
    private static final int MOST_READ = 1_000;

    /// SQS's own limit of messages in one request.
    private static final int BATCH = 10;

    /// Seconds that a message is hidden while the others are read; back by itself if the watcher
    /// dies meanwhile.
    private static final int HIDDEN_SECONDS = 10;

    private final SqsClient sqs;
    private volatile String url = "";

    public DeadLetterQueue(SqsClient sqs) {
        this.sqs = sqs;
    }

    DeadLetters read() {
        long depth = new QueueDepth(sqs).of(url());
        if (depth == 0) {
            return new DeadLetters.Known(Set.of());
        }
        return depth > MOST_READ ? new DeadLetters.NotAllRead(depth) : read(depth);
    }

    private DeadLetters read(long depth) {
        Map<String, Message> messages = new HashMap<>();
        List<Message> received = receive();
        while (!received.isEmpty() && messages.size() < depth) {
            received.forEach(message -> messages.put(message.messageId(), message));
            received = messages.size() < depth ? receive() : List.of();
        }
        show(List.copyOf(messages.values()));
        return messages.size() < depth
                ? new DeadLetters.NotAllRead(depth)
                : new DeadLetters.Known(objectIds(messages.values()));
    }

    /// At once, for the person who must look at them.
    private void show(List<Message> messages) {
        for (int from = 0; from < messages.size(); from += BATCH) {
            List<Message> some = messages.subList(from, Math.min(from + BATCH, messages.size()));
            sqs.changeMessageVisibilityBatch(change ->
                    change.queueUrl(url())
                            .entries(
                                    IntStream.range(0, some.size())
                                            .mapToObj(i -> shown(i, some.get(i)))
                                            .toList()));
        }
    }

    private static ChangeMessageVisibilityBatchRequestEntry shown(int index, Message message) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0)
                .build();
    }

    /// Waits a second, since a receive that does not wait asks only some of SQS's servers.
    private List<Message> receive() {
        return sqs.receiveMessage(request ->
                        request.queueUrl(url())
                                .maxNumberOfMessages(BATCH)
                                .waitTimeSeconds(1)
                                .visibilityTimeout(HIDDEN_SECONDS))
                .messages();
    }

    private static Set<String> objectIds(Iterable<Message> messages) {
        Set<String> ids = new HashSet<>();
        messages.forEach(message -> objectId(message).ifPresent(ids::add));
        return ids;
    }

    /// A message that is no upload job stands for no row.
    private static Optional<String> objectId(Message message) {
        try {
            return Optional.of(
                    ProtocolJson.read(message.body(), UploadJob.class).object().objectId());
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    private String url() {
        if (url.isEmpty()) {
            url = sqs.getQueueUrl(request -> request.queueName(NAME)).queueUrl();
        }
        return url;
    }
}
