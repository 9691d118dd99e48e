package dev.makeline.sender.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/// SQS as the JMS sessions see it: what they receive comes from [SharedReceives], and when they
/// acknowledge a message, it is settled as its handler decided.
///
/// JMS itself knows only one good end of a message, and its library keeps every message that was
/// not acknowledged in memory until the session closes, to show them all at once. So every message
/// is acknowledged, and what that does is decided here. Only what the JMS library calls is
/// supported. Thread-safe.
final class SettlingSqsClient implements SqsClient {

    private final JobQueue queue;
    private final SharedReceives receives;
    private final HeldMessages held;
    private final QueueChanges changes;
    private final SessionsAtWork sessions;

    SettlingSqsClient(
            JobQueue queue,
            SharedReceives receives,
            HeldMessages held,
            QueueChanges changes,
            SessionsAtWork sessions) {
        this.queue = queue;
        this.receives = receives;
        this.held = held;
        this.changes = changes;
        this.sessions = sessions;
    }

    @Override
    public ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        sessions.begin();
        try {
            Optional<Message> message = receives.take();
            return ReceiveMessageResponse.builder()
                    .messages(message.map(List::of).orElseGet(List::of))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("Interrupted while waiting for a message", e);
        } finally {
            sessions.end();
        }
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        String receipt = request.receiptHandle();
        held.settle(receipt).ifPresent(settlement -> carryOut(settlement, receipt));
        return DeleteMessageResponse.builder().build();
    }

    private void carryOut(Settlement settlement, String receipt) {
        switch (settlement) {
            case Settlement.Finished _ -> changes.delete(receipt);
            case Settlement.PutBack(var delay) -> changes.showAfter(receipt, delay);
        }
    }

    /// How a session that closes gives messages back, among them some that are settled.
    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        request.entries().stream()
                .filter(entry -> held.release(entry.receiptHandle()))
                .forEach(this::show);
        return ChangeMessageVisibilityBatchResponse.builder().build();
    }

    private void show(ChangeMessageVisibilityBatchRequestEntry entry) {
        changes.showAfter(entry.receiptHandle(), Duration.ofSeconds(entry.visibilityTimeout()));
    }

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
        return GetQueueUrlResponse.builder().queueUrl(queue.url()).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
