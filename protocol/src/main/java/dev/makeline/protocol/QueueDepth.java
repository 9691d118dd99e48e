package dev.makeline.protocol;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// How many messages stand in a queue, by SQS's approximate counts.
public final class QueueDepth {

    private static final List<QueueAttributeName> COUNTS =
            List.of(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);

    private final SqsClient sqs;

    public QueueDepth(SqsClient sqs) {
        this.sqs = sqs;
    }

    /// Visible, in flight and delayed together.
    public long of(String queueUrl) {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(COUNTS))
                .attributes()
                .values()
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /// Those that a receive would get now.
    public long visible(String queueUrl) {
        return Long.parseLong(
                sqs.getQueueAttributes(request ->
                                request.queueUrl(queueUrl)
                                        .attributeNames(
                                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                        .attributes()
                        .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
    }
}
