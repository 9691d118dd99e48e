package dev.makeline.server.queue;

import dev.makeline.operations.AwsClientSettings;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The queues as administrators reach them. Somebody waits for each answer, so a call takes no
/// longer than any other of this server's, and the AWS client's own attempts are the only ones.
/// Thread-safe; blocking.
///
/// Every method throws [ProblemException] with 503 when SQS does not answer.
@Singleton
final class QueueAccess {

    /// SQS's own limit of messages in one request.
    static final int BATCH = 10;

    private static final Logger log = LoggerFactory.getLogger(QueueAccess.class);

    /// A receive that does not wait asks only some of SQS's servers.
    private static final Duration POLL = Duration.ofSeconds(1);

    private final SqsClient sqs;
    private final AwsRequestOverrideConfiguration times;
    private final AwsRequestOverrideConfiguration pollTimes;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    QueueAccess(SqsClient sqs, AwsClientSettings settings) {
        this.sqs = sqs;
        this.times = times(settings, Duration.ZERO);
        this.pollTimes = times(settings, POLL);
    }

    QueueCounts counts(String queue) {
        Map<QueueAttributeName, String> counts =
                asked(() ->
                        sqs.getQueueAttributes(get ->
                                        get.queueUrl(url(queue))
                                                .overrideConfiguration(times)
                                                .attributeNames(
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES,
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                                .attributes());
        return new QueueCounts(
                count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                count(counts, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    }

    /// @param most up to [#BATCH]
    /// @param hidden for how long nobody else gets them; whole seconds
    List<Message> receive(String queue, int most, Duration hidden) {
        return asked(() ->
                sqs.receiveMessage(receive ->
                                receive.queueUrl(url(queue))
                                        .overrideConfiguration(pollTimes)
                                        .maxNumberOfMessages(most)
                                        .waitTimeSeconds((int) POLL.toSeconds())
                                        .visibilityTimeout((int) hidden.toSeconds())
                                        .messageAttributeNames("All")
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName
                                                        .APPROXIMATE_RECEIVE_COUNT,
                                                MessageSystemAttributeName.SENT_TIMESTAMP))
                        .messages());
    }

    /// Lets others receive them at once. Where that fails they come back by themselves.
    void show(String queue, List<Message> messages) {
        try {
            for (int from = 0; from < messages.size(); from += BATCH) {
                showBatch(queue, messages.subList(from, Math.min(from + BATCH, messages.size())));
            }
        } catch (SdkException e) {
            log.atWarn()
                    .addKeyValue("queue", queue)
                    .addKeyValue("cause", e.getMessage())
                    .log("Messages that were looked at stay hidden until their time is over");
        }
    }

    private void showBatch(String queue, List<Message> messages) {
        sqs.changeMessageVisibilityBatch(change ->
                change.queueUrl(url(queue))
                        .overrideConfiguration(times)
                        .entries(
                                IntStream.range(0, messages.size())
                                        .mapToObj(index -> shown(index, messages.get(index)))
                                        .toList()));
    }

    private static ChangeMessageVisibilityBatchRequestEntry shown(int index, Message message) {
        return ChangeMessageVisibilityBatchRequestEntry.builder()
                .id(Integer.toString(index))
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0)
                .build();
    }

    /// Durable when it returns.
    void send(String queue, String body) {
        var _ =
                asked(() ->
                        sqs.sendMessage(send ->
                                send.queueUrl(url(queue))
                                        .overrideConfiguration(times)
                                        .messageBody(body)));
    }

    void delete(String queue, Message message) {
        var _ =
                asked(() ->
                        sqs.deleteMessage(delete ->
                                delete.queueUrl(url(queue))
                                        .overrideConfiguration(times)
                                        .receiptHandle(message.receiptHandle())));
    }

    private String url(String queue) {
        return urls.computeIfAbsent(
                queue,
                name ->
                        sqs.getQueueUrl(get -> get.queueName(name).overrideConfiguration(times))
                                .queueUrl());
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("The queues cannot be reached, or refuse");
            throw new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "The queues (SQS) do not answer at the moment. Nothing is lost: messages and dead letters stay where they are. Try again in some seconds.");
        }
    }

    private static long count(Map<QueueAttributeName, String> counts, QueueAttributeName name) {
        return Long.parseLong(counts.getOrDefault(name, "0"));
    }

    private static AwsRequestOverrideConfiguration times(
            AwsClientSettings settings, Duration poll) {
        return AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(settings.callTimeout().plus(poll))
                .apiCallAttemptTimeout(settings.attemptTimeout().plus(poll))
                .build();
    }
}
