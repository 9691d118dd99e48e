package dev.makeline.sender;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.Traceparent;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The intake bucket and the queue of upload jobs, in local AWS shared by all tests of this JVM.
public final class Intake {

    private static final Intake SHARED = new Intake();

    private final S3Client s3;
    private final SqsClient sqs;
    private final String jobs;
    private final String deadLetters;

    private Intake() {
        LocalAws aws = LocalAws.start(LocalAwsSettings.inMemory().withoutS3Events());
        aws.systemProperties().forEach(System::setProperty);
        s3 = S3Client.builder().forcePathStyle(true).build();
        sqs = SqsClient.create();
        jobs = url(ResourceNames.UPLOAD_JOBS_QUEUE);
        deadLetters = url(ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX);
    }

    /// Empty queues, with the product's settings.
    public static Intake empty() {
        SHARED.purge();
        SHARED.redeliver(Duration.ofSeconds(60), 30);
        return SHARED;
    }

    private void purge() {
        sqs.purgeQueue(request -> request.queueUrl(jobs));
        sqs.purgeQueue(request -> request.queueUrl(deadLetters));
    }

    /// How the queue of upload jobs redelivers from now on.
    public void redeliver(Duration visibility, int maxReceives) {
        String redrive =
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(arn(deadLetters), maxReceives);
        sqs.setQueueAttributes(request ->
                request.queueUrl(jobs)
                        .attributes(
                                Map.of(
                                        QueueAttributeName.VISIBILITY_TIMEOUT,
                                        Long.toString(visibility.toSeconds()),
                                        QueueAttributeName.REDRIVE_POLICY,
                                        redrive)));
    }

    public UploadJob drop(String key, String content) {
        return drop(key, content.getBytes(UTF_8));
    }

    /// Puts an object and sends its upload job.
    public UploadJob drop(String key, byte[] content) {
        UploadJob job = put(key, content);
        send(job);
        return job;
    }

    public UploadJob put(String key, String content) {
        return put(key, content.getBytes(UTF_8));
    }

    public UploadJob put(String key, byte[] content) {
        String eTag =
                s3.putObject(
                                request -> request.bucket(ResourceNames.INTAKE_BUCKET).key(key),
                                RequestBody.fromBytes(content))
                        .eTag();
        return UploadJob.of(
                new ObjectVersion(ResourceNames.INTAKE_BUCKET, key, Optional.empty(), eTag),
                content.length,
                Optional.empty(),
                Instant.now(),
                Traceparent.start());
    }

    public void delete(String key) {
        s3.deleteObject(request -> request.bucket(ResourceNames.INTAKE_BUCKET).key(key));
    }

    public void send(UploadJob job) {
        new UploadJobQueue(sqs).publish(List.of(job));
    }

    public void send(String body) {
        sqs.sendMessage(request -> request.queueUrl(jobs).messageBody(body));
    }

    /// Visible messages and such as are in somebody's hands.
    public long depth() {
        return visible() + inFlight();
    }

    public long visible() {
        return count(jobs, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    public long inFlight() {
        return count(jobs, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    public long deadLetters() {
        return count(deadLetters, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    public List<Message> readDeadLetters() {
        return receive(deadLetters);
    }

    public List<Message> readJobs() {
        return receive(jobs);
    }

    public static int receiveCount(Message message) {
        return Integer.parseInt(
                message.attributes()
                        .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "0"));
    }

    public static UploadJob job(Message message) {
        try {
            return ProtocolJson.read(message.body(), UploadJob.class);
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    public void removeJobsQueue() {
        sqs.deleteQueue(request -> request.queueUrl(jobs));
    }

    public void createJobsQueue() {
        var _ = sqs.createQueue(request -> request.queueName(ResourceNames.UPLOAD_JOBS_QUEUE));
        redeliver(Duration.ofSeconds(60), 30);
    }

    private List<Message> receive(String url) {
        return sqs.receiveMessage(request ->
                        request.queueUrl(url)
                                .maxNumberOfMessages(10)
                                .waitTimeSeconds(0)
                                .messageAttributeNames("All")
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private long count(String url, QueueAttributeName attribute) {
        return Long.parseLong(
                sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(attribute))
                        .attributes()
                        .getOrDefault(attribute, "0"));
    }

    private String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    private String arn(String url) {
        return sqs.getQueueAttributes(request ->
                        request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }
}
