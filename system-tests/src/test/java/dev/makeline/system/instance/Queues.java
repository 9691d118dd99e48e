package dev.makeline.system.instance;

import dev.makeline.protocol.QueueDepth;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Looks into the queues, and puts messages there as SQS itself may do.
public final class Queues {

    private final SqsClient sqs;
    private final UploadJobQueue jobs;

    Queues(SqsClient sqs) {
        this.sqs = sqs;
        this.jobs = new UploadJobQueue(sqs);
    }

    public void publish(List<UploadJob> uploadJobs) {
        jobs.publish(uploadJobs);
    }

    public void sendRaw(String queue, String body) {
        sqs.sendMessage(send -> send.queueUrl(url(queue)).messageBody(body));
    }

    /// Visible, in flight and delayed together.
    public long depth(String queue) {
        return new QueueDepth(sqs).of(url(queue));
    }

    public long deadLetters() {
        return depth(ResourceNames.S3_EVENTS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX)
                + depth(ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX);
    }

    public void forgetDeadLetters() {
        for (String queue :
                List.of(ResourceNames.S3_EVENTS_QUEUE, ResourceNames.UPLOAD_JOBS_QUEUE)) {
            sqs.purgeQueue(purge -> purge.queueUrl(url(queue + ResourceNames.DEAD_LETTER_SUFFIX)));
        }
    }

    /// Moves the dead letters of the upload jobs back, as a person does who found the cause.
    public void redriveUploadJobs() {
        String dead = ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX;
        String arn =
                sqs.getQueueAttributes(get ->
                                get.queueUrl(url(dead))
                                        .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
        sqs.startMessageMoveTask(move -> move.sourceArn(arn));
    }

    /// Messages that somebody has not finished yet.
    public long undone() {
        return depth(ResourceNames.S3_EVENTS_QUEUE) + depth(ResourceNames.UPLOAD_JOBS_QUEUE);
    }

    private String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }
}
