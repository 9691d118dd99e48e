package dev.makeline.watcher.listing;

import dev.makeline.protocol.QueueDepth;
import dev.makeline.protocol.ResourceNames;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Whether events wait to be read. Objects that these tell of are not missed, only late: a listing
/// at that moment would take each of them a second time.
@FunctionalInterface
public interface EventBacklog {

    /// @throws software.amazon.awssdk.core.exception.SdkException when SQS cannot be reached
    boolean isWaiting();

    /// Where no events come.
    static EventBacklog none() {
        return () -> false;
    }

    static EventBacklog of(SqsClient sqs) {
        return () ->
                new QueueDepth(sqs)
                                .visible(
                                        sqs.getQueueUrl(request ->
                                                        request.queueName(
                                                                ResourceNames.S3_EVENTS_QUEUE))
                                                .queueUrl())
                        > 0;
    }
}
