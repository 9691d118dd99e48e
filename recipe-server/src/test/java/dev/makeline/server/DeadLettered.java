package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeState;
import dev.makeline.protocol.QueueDepth;
import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The queues of the stand-ins, and messages in them that were given up.
final class DeadLettered {

    private static final String UPLOADS = ResourceNames.UPLOAD_JOBS_QUEUE;
    private static final List<String> QUEUES = List.of(ResourceNames.S3_EVENTS_QUEUE, UPLOADS);

    private final RunningServer server;
    private final SqsClient sqs;

    private DeadLettered(RunningServer server) {
        this.server = server;
        this.sqs = server.sqs();
    }

    /// Nothing is in any queue.
    static DeadLettered none(RunningServer server) {
        DeadLettered letters = new DeadLettered(server);
        for (String queue : QUEUES) {
            letters.purge(queue);
            letters.purge(queue + ResourceNames.DEAD_LETTER_SUFFIX);
        }
        return letters;
    }

    /// A make that was received too often, and moved by SQS itself.
    Submitted byRedrive(Submitted make) {
        queued(make);
        server.uploadJobs().publish(List.of(make.job()));
        long before = dead(UPLOADS);
        redriveAfter(1);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    receive(UPLOADS)
                            .forEach(message ->
                                    sqs.changeMessageVisibility(change ->
                                            change.queueUrl(url(UPLOADS))
                                                    .receiptHandle(message.receiptHandle())
                                                    .visibilityTimeout(0)));
                    assertThat(dead(UPLOADS)).isEqualTo(before + 1);
                });
        redriveAfter(30);
        return make;
    }

    /// As sender-service does with what it cannot read.
    void malformed(String body, String reason) {
        MessageAttributeValue value =
                MessageAttributeValue.builder().dataType("String").stringValue(reason).build();
        sqs.sendMessage(send ->
                send.queueUrl(url(UPLOADS + ResourceNames.DEAD_LETTER_SUFFIX))
                        .messageBody(body)
                        .messageAttributes(Map.of("reason", value)));
    }

    void put(String queue, String body) {
        sqs.sendMessage(send ->
                send.queueUrl(url(queue + ResourceNames.DEAD_LETTER_SUFFIX)).messageBody(body));
    }

    void queued(Submitted make) {
        server.ledger()
                .write(
                        List.of(
                                new IntakeEntry(
                                        make.job(),
                                        new IntakeState.Queued(),
                                        Instant.parse("2026-11-20T18:00:01Z"),
                                        Optional.empty())));
    }

    long waiting(String queue) {
        return new QueueDepth(sqs).of(url(queue));
    }

    long dead(String queue) {
        return waiting(queue + ResourceNames.DEAD_LETTER_SUFFIX);
    }

    /// Those that anybody could get now.
    long visiblyDead(String queue) {
        return new QueueDepth(sqs).visible(url(queue + ResourceNames.DEAD_LETTER_SUFFIX));
    }

    private List<Message> receive(String queue) {
        return sqs.receiveMessage(receive ->
                        receive.queueUrl(url(queue)).maxNumberOfMessages(10).waitTimeSeconds(0))
                .messages();
    }

    private void redriveAfter(int receives) {
        String arn =
                sqs.getQueueAttributes(get ->
                                get.queueUrl(url(UPLOADS + ResourceNames.DEAD_LETTER_SUFFIX))
                                        .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
        sqs.setQueueAttributes(set ->
                set.queueUrl(url(UPLOADS))
                        .attributes(
                                Map.of(
                                        QueueAttributeName.REDRIVE_POLICY,
                                        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                                                .formatted(arn, receives))));
    }

    private void purge(String queue) {
        sqs.purgeQueue(purge -> purge.queueUrl(url(queue)));
    }

    private String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }
}
