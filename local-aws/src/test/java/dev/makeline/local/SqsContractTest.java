package dev.makeline.local;

import static dev.makeline.protocol.ResourceNames.DEAD_LETTER_SUFFIX;
import static dev.makeline.protocol.ResourceNames.S3_EVENTS_QUEUE;
import static dev.makeline.protocol.ResourceNames.UPLOAD_JOBS_QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// What the product relies on in SQS.
class SqsContractTest {

    private static final QueueSettings IMPATIENT =
            new QueueSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 2);

    private RunningLocalAws local;

    @BeforeEach
    void start() {
        local = RunningLocalAws.start(LocalAwsSettings.inMemory().withQueues(IMPATIENT));
    }

    @AfterEach
    void stop() {
        local.close();
    }

    @Test
    void everyQueueHasItsDeadLetterQueue() {
        assertThat(redrivePolicy(S3_EVENTS_QUEUE)).contains(S3_EVENTS_QUEUE + DEAD_LETTER_SUFFIX);
        assertThat(redrivePolicy(UPLOAD_JOBS_QUEUE))
                .contains(UPLOAD_JOBS_QUEUE + DEAD_LETTER_SUFFIX);
    }

    @Test
    void batchIsReceivedAndDeletedOnce() {
        String jobs = local.queueUrl(UPLOAD_JOBS_QUEUE);
        List<SendMessageBatchRequestEntry> entries =
                IntStream.range(0, 10)
                        .mapToObj(i ->
                                SendMessageBatchRequestEntry.builder()
                                        .id("m" + i)
                                        .messageBody("job " + i)
                                        .build())
                        .toList();
        assertThat(local.sqs().sendMessageBatch(r -> r.queueUrl(jobs).entries(entries)).failed())
                .isEmpty();

        List<Message> received = receive(jobs);
        List<DeleteMessageBatchRequestEntry> deletes =
                received.stream()
                        .map(message ->
                                DeleteMessageBatchRequestEntry.builder()
                                        .id(message.messageId())
                                        .receiptHandle(message.receiptHandle())
                                        .build())
                        .toList();
        local.sqs().deleteMessageBatch(r -> r.queueUrl(jobs).entries(deletes));

        assertThat(received).hasSize(10);
        assertThat(messagesIn(jobs))
                .containsOnly(Map.entry("visible", "0"), Map.entry("taken", "0"));
    }

    @Test
    void messageThatIsNeverDeletedEndsInTheDeadLetterQueue() {
        String jobs = local.queueUrl(UPLOAD_JOBS_QUEUE);
        String deadLetters = local.queueUrl(UPLOAD_JOBS_QUEUE + DEAD_LETTER_SUFFIX);
        local.sqs().sendMessage(r -> r.queueUrl(jobs).messageBody("poison"));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    receive(jobs);
                    assertThat(messagesIn(deadLetters)).containsEntry("visible", "1");
                });

        assertThat(receive(deadLetters)).extracting(Message::body).containsExactly("poison");
    }

    @Test
    void deadLettersAreMovedBack() {
        String jobs = local.queueUrl(UPLOAD_JOBS_QUEUE);
        String deadLetters = local.queueUrl(UPLOAD_JOBS_QUEUE + DEAD_LETTER_SUFFIX);
        local.sqs().sendMessage(r -> r.queueUrl(deadLetters).messageBody("healed"));

        String source = attribute(deadLetters, QueueAttributeName.QUEUE_ARN);
        local.sqs().startMessageMoveTask(r -> r.sourceArn(source));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(receive(jobs))
                                .extracting(Message::body)
                                .containsExactly("healed"));
    }

    private List<Message> receive(String queueUrl) {
        return local.sqs()
                .receiveMessage(r -> r.queueUrl(queueUrl).maxNumberOfMessages(10))
                .messages();
    }

    private String redrivePolicy(String queue) {
        return attribute(local.queueUrl(queue), QueueAttributeName.REDRIVE_POLICY);
    }

    private Map<String, String> messagesIn(String queueUrl) {
        return Map.of(
                "visible",
                attribute(queueUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                "taken",
                attribute(queueUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private String attribute(String queueUrl, QueueAttributeName name) {
        return local.sqs()
                .getQueueAttributes(r -> r.queueUrl(queueUrl).attributeNames(name))
                .attributes()
                .getOrDefault(name, "");
    }
}
