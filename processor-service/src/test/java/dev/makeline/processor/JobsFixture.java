package dev.makeline.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.local.LocalAws;
import dev.makeline.local.LocalAwsSettings;
import dev.makeline.processor.dispatch.DispatchSettings;
import dev.makeline.processor.dispatch.TaskGrant;
import dev.makeline.processor.kind.AppendText;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.run.JobObjects;
import dev.makeline.processor.run.JobRun;
import dev.makeline.processor.run.RunSettings;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import dev.makeline.protocol.LiveFile;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobOrder;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.ResourceClass;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Jobs and files without a processor; no jobs at the start of each test.
public final class JobsFixture {

    public static final Duration LEASE = Duration.ofSeconds(10);
    public static final DispatchSettings DISPATCH =
            new DispatchSettings(
                    Duration.ofMillis(50),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(200),
                    3,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10));

    private static final LocalAws AWS =
            LocalAws.start(LocalAwsSettings.inMemory().withoutS3Events());
    private static final SdkHttpClient HTTP = ApacheHttpClient.create();

    public final SettableClock clock = new SettableClock();
    public final DynamoDbClient dynamoDb =
            to(DynamoDbClient.builder().httpClient(HTTP), AWS.dynamoDb()).build();
    public final DynamoDbStreamsClient streams =
            to(DynamoDbStreamsClient.builder().httpClient(HTTP), AWS.dynamoDb()).build();
    public final S3Client s3 =
            to(S3Client.builder().httpClient(HTTP).forcePathStyle(true), AWS.s3()).build();
    public final JobStore store = new JobStore(dynamoDb);
    public final String owner = "service:test-" + FileId.next(Instant.now());

    public JobsFixture() {
        dynamoDb.scanPaginator(scan -> scan.tableName(JobsTable.NAME))
                .items()
                .forEach(item ->
                        dynamoDb.deleteItem(delete ->
                                delete.tableName(JobsTable.NAME)
                                        .key(
                                                Map.of(
                                                        JobsTable.JOB_ID,
                                                        item.get(JobsTable.JOB_ID),
                                                        JobsTable.PART,
                                                        item.get(JobsTable.PART)))));
    }

    private static <B extends AwsClientBuilder<B, ?>> B to(B builder, URI endpoint) {
        return as("test", builder, endpoint);
    }

    private static <B extends AwsClientBuilder<B, ?>> B as(String who, B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(who, who)));
    }

    /// S3 as tasks see it with the credentials that they get.
    public S3Client s3OfTasks() {
        return as("job", S3Client.builder().httpClient(HTTP).forcePathStyle(true), AWS.s3())
                .build();
    }

    static Map<String, String> systemProperties() {
        return AWS.systemProperties();
    }

    /// The variables that lead a task to these stand-ins, with a task's rights.
    static Map<String, String> environment() {
        return Map.of(
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "job",
                "AWS_SECRET_ACCESS_KEY", "job",
                "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_ENDPOINT_URL_S3", AWS.s3().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", AWS.dynamoDb().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB_STREAMS", AWS.dynamoDb().toString());
    }

    public TaskGrant grant() {
        return new TaskGrant(dynamoDb, s3, clock, Map.of("MAKELINE_PROCESSOR_TOKEN", "of-reports"));
    }

    public LiveFile file(String name, byte[] content) {
        Instant now = Instant.now();
        LiveFile file =
                new LiveFile(
                        FileId.next(now),
                        owner,
                        name,
                        content.length,
                        "text/plain",
                        "0".repeat(64),
                        ContentId.next(now),
                        now);
        dynamoDb.putItem(put -> put.tableName(FilesTable.NAME).item(file.newFileRow()));
        s3.putObject(
                put -> put.bucket(ResourceNames.FILES_BUCKET).key(file.objectKey()),
                RequestBody.fromBytes(content));
        return file;
    }

    public void moveToTrash(LiveFile file) {
        Map<String, AttributeValue> row = new HashMap<>(file.newFileRow());
        row.put("state", Attributes.text("trash"));
        dynamoDb.putItem(put -> put.tableName(FilesTable.NAME).item(row));
    }

    public Job job(LiveFile file, String text) {
        return job(file, text, Duration.ofMinutes(1), 3);
    }

    public Job job(LiveFile file, String text, Duration timeout, int mostAttempts) {
        return job(
                JobKinds.APPEND_TEXT,
                file,
                "{\"text\":\"%s\"}".formatted(text),
                timeout,
                mostAttempts);
    }

    public Job job(String kind, LiveFile file, String parameters) {
        return job(kind, file, parameters, Duration.ofMinutes(1), 3);
    }

    public Job job(
            String kind, LiveFile file, String parameters, Duration timeout, int mostAttempts) {
        Instant now = clock.instant();
        Job job =
                Job.created(
                        JobId.next(now),
                        owner,
                        JobOrder.of(
                                kind,
                                Optional.of(file.id()),
                                ResourceClass.SMALL,
                                timeout,
                                mostAttempts),
                        now);
        store.create(job, parameters);
        return job;
    }

    /// The same job with a task on its way.
    public Job starting(Job job) {
        if (!(state(job) instanceof JobState.Queued queued)) {
            throw new AssertionError(state(job));
        }
        Job seen = store.find(job.id()).orElseThrow();
        Job next = seen.with(queued.toStarting(clock.instant()));
        store.replace(seen, next);
        return next;
    }

    public JobState state(Job job) {
        return store.find(job.id()).orElseThrow().state();
    }

    public JobRun run() {
        return run(1L << 30);
    }

    public JobRun run(JobKind kind) {
        return run(1L << 30, kind);
    }

    public JobRun run(long bytesPerOwner) {
        return run(bytesPerOwner, new AppendText());
    }

    public JobRun run(long bytesPerOwner, JobKind kind) {
        return run(bytesPerOwner, kind, new S3Objects(s3));
    }

    public JobRun run(long bytesPerOwner, JobKind kind, JobObjects objects) {
        return new JobRun(
                store,
                dynamoDb,
                objects,
                List.of(kind),
                new RunSettings(
                        Duration.ofMillis(200),
                        LEASE,
                        Duration.ofMillis(100),
                        Duration.ofHours(24),
                        bytesPerOwner,
                        2000),
                clock);
    }

    /// Of a file that a job made.
    public String content(FileId file) {
        var row =
                dynamoDb.getItem(get ->
                        get.tableName(FilesTable.NAME)
                                .key(FilesTable.key(file, FilesTable.FILE_PART)));
        LiveFile found = LiveFile.of(row.item()).orElseThrow();
        return s3.getObjectAsBytes(
                        get -> get.bucket(ResourceNames.FILES_BUCKET).key(found.objectKey()))
                .asString(UTF_8);
    }
}
