package dev.makeline.protocol.job;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Reads and writes jobs. Reads of one job are strongly consistent; lists come from indexes, which
/// lag by moments. Thread-safe; blocking. Throws the SDK's exceptions when DynamoDB cannot be
/// reached.
public final class JobStore {

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    /// Why a transaction is cancelled that may go well the next time.
    private static final Set<String> PASSING =
            Set.of(
                    "None",
                    "TransactionConflict",
                    "ThrottlingError",
                    "ProvisionedThroughputExceeded");

    /// Of a transaction that meets another one on the same rows: about a second in all.
    private static final int ATTEMPTS = 8;

    /// Rows; more than are started in one round as a rule.
    private static final int PAGE = 50;

    /// Rows of one read, of which a filter leaves some.
    private static final int FILTERED_PAGE = 500;

    /// After every id.
    private static final String LAST = "~";

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /// What came of a change.
    public enum Written {
        DONE,
        /// The job was no longer as it was read: read and decide again.
        CHANGED,
        /// The job was, but what was to be written with it was refused.
        REFUSED
    }

    private final DynamoDbClient dynamoDb;

    public JobStore(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// @return whether it was created; not when there is one with this id already
    public boolean create(Job job, String parameters) {
        return write(JobWrites.create(job, parameters)) == Written.DONE;
    }

    /// Writes the next state on the condition that the job is as it was seen.
    public Written replace(Job seen, Job next) {
        return replace(seen, next, List.of());
    }

    /// The same, with more that is written with it or not at all.
    public Written replace(Job seen, Job next, Collection<TransactWriteItem> more) {
        return write(Stream.concat(JobWrites.replace(seen, next).stream(), more.stream()).toList());
    }

    public Optional<Job> find(JobId job) {
        return row(job, JobsTable.JOB_PART).map(JobRows::toJob);
    }

    /// JSON.
    public Optional<String> parameters(JobId job) {
        return row(job, JobsTable.PARAMETERS_PART)
                .map(item -> requiredText(item, JobRows.PARAMETERS));
    }

    public Optional<JobAttempt> attempt(JobId job, int number) {
        return row(job, JobsTable.attemptPart(number)).map(JobRows::toAttempt);
    }

    /// The first one first.
    public List<JobAttempt> attempts(JobId job) {
        return dynamoDb
                .query(query ->
                        query.tableName(JobsTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "#job = :job AND begins_with(#part, :attempt)")
                                .expressionAttributeNames(
                                        Map.of("#job", JobsTable.JOB_ID, "#part", JobsTable.PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":job", text(job.value()),
                                                ":attempt", text(JobsTable.ATTEMPT_PREFIX))))
                .items()
                .stream()
                .map(JobRows::toAttempt)
                .toList();
    }

    /// Notes what the runner calls the task of an attempt.
    public void noteTask(JobId job, int attempt, String task) {
        dynamoDb.updateItem(update ->
                update.tableName(JobsTable.NAME)
                        .key(JobsTable.key(job, JobsTable.attemptPart(attempt)))
                        .updateExpression("SET #task = :task")
                        .expressionAttributeNames(Map.of("#task", JobRows.TASK))
                        .expressionAttributeValues(Map.of(":task", text(task))));
    }

    /// The newest first.
    ///
    /// @param before exclusive; where to go on
    public List<Job> ofOwner(String ownerId, JobFilter filter, Optional<JobId> before, int limit) {
        List<String> partitions =
                filter.phases().stream()
                        .map(phase -> JobsTable.ownerState(ownerId, phase.label()))
                        .toList();
        return newest(JobsTable.BY_OWNER, JobsTable.OWNER_STATE, partitions, filter, before, limit);
    }

    /// Everybody's, the newest first.
    ///
    /// @param before exclusive; where to go on
    public List<Job> all(JobFilter filter, Optional<JobId> before, int limit) {
        List<String> partitions =
                filter.phases().stream()
                        .flatMap(phase -> JobRows.partitions(phase).stream())
                        .toList();
        return newest(JobsTable.BY_STATE, JobsTable.STATE, partitions, filter, before, limit);
    }

    /// Everybody's in one state, however many, the urgent ones first and among equals the oldest;
    /// read from DynamoDB page by page as the stream is.
    public Stream<Job> inPhase(JobPhase phase) {
        return JobRows.partitions(phase).stream().flatMap(this::inPartition);
    }

    private Stream<Job> inPartition(String partition) {
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(JobsTable.NAME)
                                .indexName(JobsTable.BY_STATE)
                                .keyConditionExpression("#state = :state")
                                .expressionAttributeNames(Map.of("#state", JobsTable.STATE))
                                .expressionAttributeValues(Map.of(":state", text(partition)))
                                .limit(PAGE))
                .items()
                .stream()
                .flatMap(row -> JobRows.toReadableJob(row).stream());
    }

    private List<Job> newest(
            String index,
            String key,
            List<String> partitions,
            JobFilter filter,
            Optional<JobId> before,
            int limit) {
        return partitions.stream()
                .flatMap(partition ->
                        newest(index, key, partition, filter, before, limit).limit(limit))
                .sorted(Comparator.comparing(Job::id).reversed())
                .limit(limit)
                .toList();
    }

    /// Reads on until there are as many of the kind as are taken from the stream.
    private Stream<Job> newest(
            String index,
            String key,
            String partition,
            JobFilter filter,
            Optional<JobId> before,
            int limit) {
        Set<JobId> ends =
                Stream.of(before, filter.end())
                        .flatMap(Optional::stream)
                        .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> names = new HashMap<>(Map.of("#key", key, "#job", JobsTable.JOB_ID));
        Map<String, AttributeValue> values =
                new HashMap<>(
                        Map.of(
                                ":key", text(partition),
                                ":from", text(filter.first().value()),
                                ":to",
                                        text(
                                                ends.stream()
                                                        .findFirst()
                                                        .map(JobId::value)
                                                        .orElse(LAST))));
        filter.kind()
                .ifPresent(kind -> {
                    names.put("#kind", JobRows.KIND);
                    values.put(":kind", text(kind));
                });
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(JobsTable.NAME)
                                .indexName(index)
                                .keyConditionExpression(
                                        "#key = :key AND #job BETWEEN :from AND :to")
                                .filterExpression(
                                        filter.kind().map(_ -> "#kind = :kind").orElse(null))
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .scanIndexForward(false)
                                .limit(filter.kind().isPresent() ? FILTERED_PAGE : limit + 1))
                .items()
                .stream()
                .map(JobRows::toJob)
                .filter(job -> !ends.contains(job.id()));
    }

    private Optional<Map<String, AttributeValue>> row(JobId job, String part) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(JobsTable.NAME)
                                .key(JobsTable.key(job, part))
                                .consistentRead(true));
        return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
    }

    private Written write(List<TransactWriteItem> items) {
        TransactionCanceledException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                dynamoDb.transactWriteItems(write -> write.transactItems(items));
                return Written.DONE;
            } catch (TransactionCanceledException e) {
                List<String> codes =
                        e.cancellationReasons().stream().map(CancellationReason::code).toList();
                if (codes.contains(CONDITION_FAILED)) {
                    return CONDITION_FAILED.equals(codes.getFirst())
                            ? Written.CHANGED
                            : Written.REFUSED;
                }
                if (!PASSING.containsAll(codes)) {
                    throw e;
                }
                last = e;
                pause(attempt);
            }
        }
        throw last == null ? new IllegalStateException("No attempt was made") : last;
    }

    /// Doubles with full jitter.
    private static void pause(int attempt) {
        LockSupport.parkNanos(
                ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS << attempt) + 1);
    }
}
