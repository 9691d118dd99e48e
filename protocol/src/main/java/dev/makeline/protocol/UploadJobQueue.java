package dev.makeline.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/// Sends upload jobs. Thread-safe. Sending the same job again is harmless: its consumer's effect is
/// keyed by the object.
public final class UploadJobQueue {

    /// SQS's own limit of entries in one batch.
    private static final int BATCH = 10;

    private final SqsClient sqs;
    private volatile String url = "";

    public UploadJobQueue(SqsClient sqs) {
        this.sqs = sqs;
    }

    /// Returns when SQS has every job.
    ///
    /// @throws UploadJobsNotSentException when SQS answered, but refused some entries; some may
    ///   have been sent
    /// @throws software.amazon.awssdk.core.exception.SdkException when SQS cannot be reached
    public void publish(List<UploadJob> jobs) {
        for (int from = 0; from < jobs.size(); from += BATCH) {
            publishBatch(jobs.subList(from, Math.min(from + BATCH, jobs.size())));
        }
    }

    /// Messages that nobody has finished: visible, in flight and delayed together. SQS calls this
    /// approximate.
    public long depth() {
        return new QueueDepth(sqs).of(url());
    }

    private void publishBatch(List<UploadJob> jobs) {
        SendMessageBatchResponse response =
                sqs.sendMessageBatch(request -> request.queueUrl(url()).entries(entries(jobs)));
        if (response.hasFailed() && !response.failed().isEmpty()) {
            throw new UploadJobsNotSentException(
                    response.failed().stream().map(BatchResultErrorEntry::code).distinct().toList(),
                    response.failed().size(),
                    jobs.size());
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(List<UploadJob> jobs) {
        return new ArrayList<>(
                IntStream.range(0, jobs.size())
                        .mapToObj(index ->
                                SendMessageBatchRequestEntry.builder()
                                        .id(Integer.toString(index))
                                        .messageBody(ProtocolJson.writeAscii(jobs.get(index)))
                                        .build())
                        .toList());
    }

    private String url() {
        if (url.isEmpty()) {
            url =
                    sqs.getQueueUrl(request -> request.queueName(ResourceNames.UPLOAD_JOBS_QUEUE))
                            .queueUrl();
        }
        return url;
    }
}
