package dev.makeline.local;

import static dev.makeline.protocol.ResourceNames.DEAD_LETTER_SUFFIX;
import static dev.makeline.protocol.ResourceNames.FILES_BUCKET;
import static dev.makeline.protocol.ResourceNames.INTAKE_BUCKET;
import static dev.makeline.protocol.ResourceNames.S3_EVENTS_QUEUE;
import static dev.makeline.protocol.ResourceNames.UPLOAD_JOBS_QUEUE;

import dev.makeline.protocol.TableDefinitions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

/// Creates the buckets, queues and tables that all processes share, through the public AWS APIs
/// alone, so it works against any emulator.
///
/// What exists already is left as it is, apart from the indexes and the time to live that a table
/// lacks; running it again changes nothing.
public final class Provisioning {

    /// The longest that SQS keeps a message: a person has two weeks to look at a dead letter.
    private static final Duration RETENTION = Duration.ofDays(14);

    private static final Duration INDEX_POLL = Duration.ofMillis(200);

    /// Filling the index of a large table takes minutes.
    private static final int INDEX_POLLS = 3_000;

    private final S3Client s3;
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;
    private final QueueSettings queues;

    public Provisioning(S3Client s3, SqsClient sqs, DynamoDbClient dynamoDb, QueueSettings queues) {
        this.s3 = s3;
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
        this.queues = queues;
    }

    public void createAll() {
        createBuckets();
        createQueues();
        createTables();
    }

    public void createBuckets() {
        createBucket(INTAKE_BUCKET);
        createBucket(FILES_BUCKET);
    }

    public void createQueues() {
        createQueue(S3_EVENTS_QUEUE, queues.eventVisibility(), queues.maxEventReceives());
        createQueue(UPLOAD_JOBS_QUEUE, queues.jobVisibility(), queues.maxJobReceives());
    }

    /// Returns when every table is active.
    public void createTables() {
        Set<String> existing =
                dynamoDb.listTablesPaginator().tableNames().stream().collect(Collectors.toSet());
        TableDefinitions.all().stream()
                .filter(table -> !existing.contains(table.tableName()))
                .forEach(this::createTable);
        TableDefinitions.all().forEach(this::awaitTable);
        TableDefinitions.all().forEach(this::addMissingIndexes);
        TableDefinitions.timesToLive().forEach(this::enableTimeToLive);
    }

    private void createBucket(String name) {
        try {
            s3.createBucket(request -> request.bucket(name));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException existing) {
            // Left as it is.
        }
    }

    /// The redrive policy goes with the creation: ElasticMQ cannot move messages back from the
    /// dead-letter queue of a policy that was set later.
    private void createQueue(String name, Duration visibility, int maxReceives) {
        String deadLetters =
                createQueue(
                        name + DEAD_LETTER_SUFFIX,
                        Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, seconds(RETENTION)));
        String redrive =
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(arn(deadLetters), maxReceives);
        createQueue(
                name,
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT, seconds(visibility),
                        QueueAttributeName.MESSAGE_RETENTION_PERIOD, seconds(RETENTION),
                        QueueAttributeName.REDRIVE_POLICY, redrive));
    }

    private String createQueue(String name, Map<QueueAttributeName, String> attributes) {
        try {
            return sqs.createQueue(request -> request.queueName(name).attributes(attributes))
                    .queueUrl();
        } catch (QueueNameExistsException existing) {
            return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
        }
    }

    private String arn(String queueUrl) {
        String arn =
                sqs.getQueueAttributes(request ->
                                request.queueUrl(queueUrl)
                                        .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        if (arn == null) {
            throw new IllegalStateException("Queue %s tells no ARN".formatted(queueUrl));
        }
        return arn;
    }

    private void createTable(CreateTableRequest table) {
        try {
            dynamoDb.createTable(table);
        } catch (ResourceInUseException existing) {
            // Another process was quicker.
        }
    }

    private void awaitTable(CreateTableRequest table) {
        try (DynamoDbWaiter waiter = dynamoDb.waiter()) {
            waiter.waitUntilTableExists(request -> request.tableName(table.tableName()));
        }
    }

    /// A table of an earlier version lacks the newer ones; DynamoDB fills them by itself.
    private void addMissingIndexes(CreateTableRequest table) {
        Set<String> existing =
                dynamoDb
                        .describeTable(describe -> describe.tableName(table.tableName()))
                        .table()
                        .globalSecondaryIndexes()
                        .stream()
                        .map(GlobalSecondaryIndexDescription::indexName)
                        .collect(Collectors.toSet());
        table.globalSecondaryIndexes().stream()
                .filter(index -> !existing.contains(index.indexName()))
                .forEach(index -> addIndex(table, index));
    }

    private void addIndex(CreateTableRequest table, GlobalSecondaryIndex index) {
        GlobalSecondaryIndexUpdate creation =
                GlobalSecondaryIndexUpdate.builder()
                        .create(create ->
                                create.indexName(index.indexName())
                                        .keySchema(index.keySchema())
                                        .projection(index.projection()))
                        .build();
        try {
            dynamoDb.updateTable(update ->
                    update.tableName(table.tableName())
                            .attributeDefinitions(table.attributeDefinitions())
                            .globalSecondaryIndexUpdates(creation));
        } catch (ResourceInUseException existing) {
            // Another process was quicker.
        }
        awaitIndexes(table.tableName());
    }

    /// DynamoDB makes one index of a table after the other.
    private void awaitIndexes(String table) {
        Waiter.builder(DescribeTableResponse.class)
                .addAcceptor(
                        WaiterAcceptor.successOnResponseAcceptor(Provisioning::areIndexesActive))
                .addAcceptor(WaiterAcceptor.retryOnResponseAcceptor(_ -> true))
                .overrideConfiguration(waiting ->
                        waiting.backoffStrategyV2(
                                        BackoffStrategy.fixedDelayWithoutJitter(INDEX_POLL))
                                .maxAttempts(INDEX_POLLS))
                .build()
                .run(() -> dynamoDb.describeTable(describe -> describe.tableName(table)));
    }

    private static boolean areIndexesActive(DescribeTableResponse described) {
        return described.table().globalSecondaryIndexes().stream()
                .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
    }

    private void enableTimeToLive(String table, String attribute) {
        TimeToLiveStatus status =
                dynamoDb.describeTimeToLive(describe -> describe.tableName(table))
                        .timeToLiveDescription()
                        .timeToLiveStatus();
        if (status == TimeToLiveStatus.DISABLED) {
            dynamoDb.updateTimeToLive(update ->
                    update.tableName(table)
                            .timeToLiveSpecification(
                                    deletion -> deletion.attributeName(attribute).enabled(true)));
        }
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
