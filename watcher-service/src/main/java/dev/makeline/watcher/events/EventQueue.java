package dev.makeline.watcher.events;

import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// The queue of S3 events. Thread-safe. Every method throws
/// `software.amazon.awssdk.core.exception.SdkException` when SQS cannot be reached.
public final class EventQueue {

    /// SQS's own limit of messages in one request.
    static final int BATCH = 10;

    private final SqsClient sqs;
    private volatile String url = "";

    public EventQueue(SqsClient sqs) {
        this.sqs = sqs;
    }

    /// Up to [#BATCH] messages; empty when none came within the wait (whole seconds).
    List<Message> receive(Duration wait) {
        return sqs.receiveMessage(request ->
                        request.queueUrl(url())
                                .maxNumberOfMessages(BATCH)
                                .waitTimeSeconds((int) wait.toSeconds())
                                .messageSystemAttributeNames(
                                        MessageSystemAttributeName.SENT_TIMESTAMP,
                                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages();
    }

    /// Returns how many SQS did not delete; those are delivered again, which is harmless.
    int delete(List<Message> messages) {
        return tens(messages).stream().mapToInt(this::deleteBatch).sum();
    }

    /// Keeps the messages from other readers for so long from now.
    void holdFor(Duration time, List<Message> messages) {
        tens(messages)
                .forEach(ten ->
                        sqs.changeMessageVisibilityBatch(
                                request -> request.queueUrl(url()).entries(visibility(ten, time))));
    }

    private int deleteBatch(List<Message> messages) {
        var response =
                sqs.deleteMessageBatch(request ->
                        request.queueUrl(url())
                                .entries(
                                        IntStream.range(0, messages.size())
                                                .mapToObj(index ->
                                                        deletion(index, messages.get(index)))
                                                .toList()));
        return response.hasFailed() ? response.failed().size() : 0;
    }

    private static DeleteMessageBatchRequestEntry deletion(int index, Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .receiptHandle(message.receiptHandle())
                .build();
    }

    private static List<ChangeMessageVisibilityBatchRequestEntry> visibility(
            List<Message> messages, Duration time) {
        return IntStream.range(0, messages.size())
                .mapToObj(index ->
                        ChangeMessageVisibilityBatchRequestEntry.builder()
                                .id(Integer.toString(index))
                                .receiptHandle(messages.get(index).receiptHandle())
                                .visibilityTimeout((int) time.toSeconds())
                                .build())
                .toList();
    }

    private static List<List<Message>> tens(List<Message> messages) {
        List<List<Message>> tens = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += BATCH) {
            tens.add(messages.subList(from, Math.min(from + BATCH, messages.size())));
        }
        return tens;
    }

    private String url() {
        if (url.isEmpty()) {
            url =
                    sqs.getQueueUrl(request -> request.queueName(ResourceNames.S3_EVENTS_QUEUE))
                            .queueUrl();
        }
        return url;
    }
}
