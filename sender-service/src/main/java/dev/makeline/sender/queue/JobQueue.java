package dev.makeline.sender.queue;

import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// `makeline-upload-jobs` and its dead-letter queue, as SQS offers them. Thread-safe.
///
/// Every method throws [software.amazon.awssdk.core.exception.SdkException] when SQS does not
/// answer or refuses.
final class JobQueue {

    /// SQS's own limit of entries in one batch, and of messages of one receive.
    static final int BATCH = 10;

    /// Why a message is on the dead-letter queue, as an attribute of it.
    static final String REASON = "reason";

    private static final Pattern MAX_RECEIVE_COUNT =
            Pattern.compile("\"maxReceiveCount\"\\s*:\\s*\"?(\\d{1,4})");

    private static final int NEVER = Integer.MAX_VALUE;

    private record Place(String url, Duration visibility, int mostReceives) {}

    private final SqsClient sqs;
    private volatile Place place = new Place("", Duration.ZERO, NEVER);

    JobQueue(SqsClient sqs) {
        this.sqs = sqs;
    }

    /// Finds the queue; must be called, once it exists, before any other method.
    void open() {
        String url = urlOf(ResourceNames.UPLOAD_JOBS_QUEUE);
        Map<QueueAttributeName, String> attributes =
                sqs.getQueueAttributes(request ->
                                request.queueUrl(url)
                                        .attributeNames(
                                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                                QueueAttributeName.REDRIVE_POLICY))
                        .attributes();
        place =
                new Place(
                        url,
                        Duration.ofSeconds(
                                Long.parseLong(
                                        attributes.getOrDefault(
                                                QueueAttributeName.VISIBILITY_TIMEOUT, "30"))),
                        mostReceives(
                                attributes.getOrDefault(QueueAttributeName.REDRIVE_POLICY, "")));
    }

    /// SQS writes the number with quotes or without.
    private static int mostReceives(String redrivePolicy) {
        Matcher count = MAX_RECEIVE_COUNT.matcher(redrivePolicy);
        return count.find() ? Integer.parseInt(count.group(1)) : NEVER;
    }

    String url() {
        return place.url();
    }

    /// For how long SQS hides what it hands out.
    Duration visibility() {
        return place.visibility();
    }

    /// The receive after which SQS itself dead-letters a message that is put back.
    int mostReceives() {
        return place.mostReceives();
    }

    /// Message attributes are not asked for: nothing here reads them, and JMS would fail on some.
    List<Message> receive(Duration longPoll) {
        return sqs.receiveMessage(request ->
                        request.queueUrl(place.url())
                                .maxNumberOfMessages(BATCH)
                                .waitTimeSeconds((int) longPoll.toSeconds())
                                .messageSystemAttributeNames(
                                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                        MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages();
    }

    /// @param receipts at most [#BATCH]
    /// @return the entries that failed; an id is an index into `receipts`
    List<BatchResultErrorEntry> delete(List<String> receipts) {
        List<DeleteMessageBatchRequestEntry> entries =
                IntStream.range(0, receipts.size())
                        .mapToObj(index ->
                                DeleteMessageBatchRequestEntry.builder()
                                        .id(Integer.toString(index))
                                        .receiptHandle(receipts.get(index))
                                        .build())
                        .toList();
        return sqs.deleteMessageBatch(request -> request.queueUrl(place.url()).entries(entries))
                .failed();
    }

    /// @param changes at most [#BATCH]
    /// @return the entries that failed; an id is an index into `changes`
    List<BatchResultErrorEntry> hide(List<Hide> changes) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries =
                IntStream.range(0, changes.size())
                        .mapToObj(index ->
                                ChangeMessageVisibilityBatchRequestEntry.builder()
                                        .id(Integer.toString(index))
                                        .receiptHandle(changes.get(index).receipt())
                                        .visibilityTimeout(
                                                (int) changes.get(index).time().toSeconds())
                                        .build())
                        .toList();
        return sqs.changeMessageVisibilityBatch(
                        request -> request.queueUrl(place.url()).entries(entries))
                .failed();
    }

    /// @param time whole seconds from now; zero shows the message at once
    record Hide(String receipt, Duration time) {}

    /// Puts a copy of a message where a person finds it, with why it was given up.
    void deadLetter(String body, String reason) {
        String url = urlOf(ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX);
        MessageAttributeValue value =
                MessageAttributeValue.builder().dataType("String").stringValue(reason).build();
        sqs.sendMessage(request ->
                request.queueUrl(url).messageBody(body).messageAttributes(Map.of(REASON, value)));
    }

    private String urlOf(String name) {
        return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }
}
