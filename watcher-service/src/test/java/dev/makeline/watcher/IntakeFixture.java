package dev.makeline.watcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.local.Provisioning;
import dev.makeline.local.QueueSettings;
import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.IntakeTable;
import dev.makeline.protocol.MalformedMessageException;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.QueueDepth;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.UploadJob;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.watcher.intake.Intake;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The intake before a watcher: bucket, queues and ledger, empty at the start of each test. Its
/// bucket tells of nothing by itself; tests announce what they want announced.
public final class IntakeFixture {

    private static final LocalAws QUIET =
            LocalAws.start(LocalAwsSettings.inMemory().withoutS3Events());
    private static final SdkHttpClient HTTP = ApacheHttpClient.create();

    public final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final S3Client s3;
    public final SqsClient sqs;
    public final DynamoDbClient dynamoDb;
    public final IntakeLedger ledger;
    public final UploadJobQueue jobs;

    private final LocalAws aws;

    public IntakeFixture() {
        this(QUIET);
        empty();
    }

    /// Of other stand-ins, as they are.
    IntakeFixture(LocalAws aws) {
        this.aws = aws;
        s3 = to(S3Client.builder().forcePathStyle(true), aws.s3(), List.of()).build();
        sqs = to(SqsClient.builder(), aws.sqs(), List.of()).build();
        dynamoDb = to(DynamoDbClient.builder(), aws.dynamoDb(), List.of()).build();
        ledger = new IntakeLedger(dynamoDb);
        jobs = new UploadJobQueue(sqs);
    }

    private void empty() {
        s3.listObjectsV2Paginator(list -> list.bucket(ResourceNames.INTAKE_BUCKET))
                .contents()
                .forEach(object -> delete(object.key()));
        dynamoDb.scanPaginator(scan -> scan.tableName(IntakeTable.NAME))
                .items()
                .forEach(row ->
                        dynamoDb.deleteItem(delete ->
                                delete.tableName(IntakeTable.NAME)
                                        .key(
                                                Map.of(
                                                        IntakeTable.OBJECT_ID,
                                                        row.get(IntakeTable.OBJECT_ID)))));
        List.of(
                        ResourceNames.S3_EVENTS_QUEUE,
                        ResourceNames.S3_EVENTS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX,
                        ResourceNames.UPLOAD_JOBS_QUEUE,
                        ResourceNames.UPLOAD_JOBS_QUEUE + ResourceNames.DEAD_LETTER_SUFFIX)
                .forEach(queue -> sqs.purgeQueue(purge -> purge.queueUrl(url(queue))));
        visibility(ResourceNames.S3_EVENTS_QUEUE, 30);
        visibility(ResourceNames.UPLOAD_JOBS_QUEUE, 30);
    }

    public static Map<String, String> systemProperties() {
        return QUIET.systemProperties();
    }

    public SqsClient sqs(ExecutionInterceptor... interceptors) {
        return to(SqsClient.builder(), aws.sqs(), List.of(interceptors)).build();
    }

    public DynamoDbClient dynamoDb(ExecutionInterceptor... interceptors) {
        return to(DynamoDbClient.builder(), aws.dynamoDb(), List.of(interceptors)).build();
    }

    public Intake intake() {
        return new Intake(ledger, jobs, clock, meters);
    }

    /// Puts an object and returns its version.
    public ObjectVersion put(String key, String content) {
        String eTag =
                s3.putObject(
                                put -> put.bucket(ResourceNames.INTAKE_BUCKET).key(key),
                                RequestBody.fromString(content))
                        .eTag();
        return new ObjectVersion(ResourceNames.INTAKE_BUCKET, key, Optional.empty(), eTag);
    }

    public void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(ResourceNames.INTAKE_BUCKET).key(key));
    }

    /// Sends the object's event.
    public void announce(ObjectVersion version) {
        announce(version, "00");
    }

    /// Sends the event of one put of the object.
    public void announce(ObjectVersion version, String sequencer) {
        send(
                """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put",
                 "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"%s"},
                  "object":{"key":"%s","size":1,"eTag":"%s","sequencer":"%s"}}}]}
                """
                        .formatted(
                                version.bucket(),
                                URLEncoder.encode(version.key(), UTF_8),
                                version.eTag(),
                                sequencer));
    }

    /// Sends any text to the events queue.
    public void send(String event) {
        sqs.sendMessage(
                send -> send.queueUrl(url(ResourceNames.S3_EVENTS_QUEUE)).messageBody(event));
    }

    /// What a deletion of queues took away.
    void createQueues() {
        new Provisioning(s3, sqs, dynamoDb, QueueSettings.standard()).createQueues();
    }

    /// Received, but not deleted.
    long inFlight(String queue) {
        return Long.parseLong(
                sqs.getQueueAttributes(get ->
                                get.queueUrl(url(queue))
                                        .attributeNames(
                                                QueueAttributeName
                                                        .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes()
                        .getOrDefault(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                "0"));
    }

    public long depth(String queue) {
        return new QueueDepth(sqs).of(url(queue));
    }

    /// Seconds that a received message of the queue stays hidden.
    public void visibility(String queue, int seconds) {
        sqs.setQueueAttributes(set ->
                set.queueUrl(url(queue))
                        .attributes(
                                Map.of(
                                        QueueAttributeName.VISIBILITY_TIMEOUT,
                                        Integer.toString(seconds))));
    }

    /// Takes every upload job from its queue.
    public List<UploadJob> takeJobs() {
        List<UploadJob> taken = new ArrayList<>();
        List<Message> messages = receive(ResourceNames.UPLOAD_JOBS_QUEUE);
        while (!messages.isEmpty()) {
            messages.forEach(message -> {
                taken.add(job(message));
                sqs.deleteMessage(delete ->
                        delete.queueUrl(url(ResourceNames.UPLOAD_JOBS_QUEUE))
                                .receiptHandle(message.receiptHandle()));
            });
            messages = receive(ResourceNames.UPLOAD_JOBS_QUEUE);
        }
        return taken;
    }

    public List<Message> receive(String queue) {
        return sqs.receiveMessage(receive -> receive.queueUrl(url(queue)).maxNumberOfMessages(10))
                .messages();
    }

    /// Every object's row of the ledger.
    public List<IntakeEntry> rows() {
        return dynamoDb.scanPaginator(scan -> scan.tableName(IntakeTable.NAME)).items().stream()
                .filter(row -> row.containsKey("state"))
                .map(IntakeTable::fromItem)
                .toList();
    }

    public String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }

    private static UploadJob job(Message message) {
        try {
            return ProtocolJson.read(message.body(), UploadJob.class);
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B to(
            B builder, URI endpoint, List<ExecutionInterceptor> interceptors) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .httpClient(HTTP)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(
                        override -> interceptors.forEach(override::addExecutionInterceptor));
    }
}
