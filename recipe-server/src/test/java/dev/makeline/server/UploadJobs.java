package dev.makeline.server;

import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.UploadJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/// What stands in the queue of upload jobs.
final class UploadJobs {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SqsClient sqs;
    private final String url;

    UploadJobs(RunningServer server) {
        this.sqs = server.sqs();
        this.url =
                sqs.getQueueUrl(queue -> queue.queueName(ResourceNames.UPLOAD_JOBS_QUEUE))
                        .queueUrl();
    }

    /// Takes jobs from the queue until that one was among them.
    List<UploadJob> receivedUntil(UploadJob awaited) {
        return receivedUntil(List.of(awaited));
    }

    List<UploadJob> receivedUntil(List<UploadJob> awaited) {
        List<UploadJob> received = new ArrayList<>();
        Instant end = Instant.now().plus(PATIENCE);
        while (!received.containsAll(awaited) && Instant.now().isBefore(end)) {
            sqs.receiveMessage(receive ->
                            receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                    .messages()
                    .forEach(message -> received.add(take(message)));
        }
        return received;
    }

    private UploadJob take(Message message) {
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
        try {
            return ProtocolJson.read(message.body(), UploadJob.class);
        } catch (MalformedMessageException e) {
            throw new AssertionError(message.body(), e);
        }
    }
}
