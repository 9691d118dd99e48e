package dev.makeline.server.file;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.sortableInstant;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.problem.UnavailableException;
import dev.makeline.server.request.Found;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Files, versions and uploads in the files table. Every read of one is strongly consistent; lists
/// come from indexes, which lag by moments. Thread-safe.
@Singleton
public final class FileStore {

    /// Attempts of a transaction that meets others on the same rows; with the doubling pause some 5
    /// s in all.
    private static final int ATTEMPTS = 14;

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MOST_DOUBLINGS = 7;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";
    private static final String NONE = "None";

    /// What came of a transaction.
    public enum Written {
        DONE,
        /// Something was no longer as it was read: read and decide again.
        CHANGED,
        /// The owner's quota does not allow it.
        OVER_QUOTA
    }

    private final DynamoDbClient dynamoDb;
    private final FileSettings settings;

    FileStore(DynamoDbClient dynamoDb, FileSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
    }

    public Optional<StoredFile> find(FileId file) {
        return row(file, FilesTable.FILE_PART).map(FileRows::toFile);
    }

    public Optional<Upload> upload(FileId file, ContentId upload) {
        return row(file, FilesTable.uploadPart(upload)).map(FileRows::toUpload);
    }

    public Optional<FileVersion> version(FileId file, int number) {
        return row(file, FilesTable.versionPart(number)).map(FileRows::toVersion);
    }

    /// The newest first.
    ///
    /// @param before exclusive number to go on from
    public Found<FileVersion> versions(FileId file, Optional<Integer> before, int limit) {
        String upTo =
                before.map(number -> FilesTable.versionPart(number - 1))
                        .orElse(FilesTable.VERSION_PREFIX + '~');
        var response =
                dynamoDb.query(query ->
                        query.tableName(FilesTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "#subject = :subject AND #part BETWEEN :from AND :upTo")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#subject", FilesTable.SUBJECT,
                                                "#part", FilesTable.PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":subject", text(file.value()),
                                                ":from", text(FilesTable.VERSION_PREFIX),
                                                ":upTo", text(upTo)))
                                .scanIndexForward(false)
                                .limit(limit));
        return new Found<>(
                response.items().stream().map(FileRows::toVersion).toList(),
                response.items().size() < limit && response.hasLastEvaluatedKey());
    }

    /// All of one owner in one state; as many as the quota allows at most.
    public List<StoredFile> ofOwner(OwnerId owner, FileState state) {
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(FilesTable.NAME)
                                .indexName(FilesTable.BY_OWNER)
                                .keyConditionExpression("#owner = :owner")
                                .expressionAttributeNames(Map.of("#owner", FilesTable.OWNER_STATE))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":owner",
                                                text(
                                                        FilesTable.ownerState(
                                                                owner.value(), state.label())))))
                .items()
                .stream()
                .map(FileRows::toFile)
                .toList();
    }

    /// Everybody's in one state by the time of the last change: one read of the index.
    ///
    /// @param after exclusive position to go on from
    public Found<StoredFile> all(
            FileState state, Optional<String> after, boolean newestFirst, int limit) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":listing", text(state.label()));
        after.ifPresent(order -> values.put(":after", text(order)));
        Map<String, String> names = new HashMap<>();
        names.put("#listing", FilesTable.LISTING);
        after.ifPresent(_ -> names.put("#order", FilesTable.LISTING_ORDER));
        String range =
                after.map(_ -> newestFirst ? " AND #order < :after" : " AND #order > :after")
                        .orElse("");
        var response =
                dynamoDb.query(query ->
                        query.tableName(FilesTable.NAME)
                                .indexName(FilesTable.ALL_FILES)
                                .keyConditionExpression("#listing = :listing" + range)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .scanIndexForward(!newestFirst)
                                .limit(limit));
        return new Found<>(
                response.items().stream().map(FileRows::toFile).toList(),
                response.items().size() < limit && response.hasLastEvaluatedKey());
    }

    public static String position(StoredFile file) {
        return FilesTable.timeOrder(file.updatedAt(), file.id().value());
    }

    /// Something whose time has come.
    ///
    /// @param part of its row
    public record Due(FileId file, String part) {

        public static Due of(Upload upload) {
            return new Due(upload.file(), FilesTable.uploadPart(upload.id()));
        }

        public boolean isUpload() {
            return part.startsWith(FilesTable.UPLOAD_PREFIX);
        }

        /// Of an upload.
        public ContentId uploadId() {
            return new ContentId(part.substring(FilesTable.UPLOAD_PREFIX.length()));
        }
    }

    public List<Due> due(DueKind kind, Instant now, int limit) {
        return dynamoDb
                .query(query ->
                        query.tableName(FilesTable.NAME)
                                .indexName(FilesTable.DUE)
                                .keyConditionExpression("#kind = :kind AND #order < :now")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#kind", FilesTable.DUE_KIND,
                                                "#order", FilesTable.DUE_ORDER))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":kind", text(kind.label()),
                                                ":now", text(sortableInstant(now) + '~')))
                                .limit(limit))
                .items()
                .stream()
                .map(item -> new Due(FileRows.fileId(item), requiredText(item, FilesTable.PART)))
                .toList();
    }

    /// Every row that a purged file left, its removal row last.
    public List<Due> rowsOf(FileId file) {
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(FilesTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression("#subject = :subject")
                                .expressionAttributeNames(Map.of("#subject", FilesTable.SUBJECT))
                                .expressionAttributeValues(Map.of(":subject", text(file.value()))))
                .items()
                .stream()
                .map(item -> new Due(file, requiredText(item, FilesTable.PART)))
                .sorted((one, other) ->
                        Boolean.compare(
                                one.part().equals(FilesTable.REMOVAL_PART),
                                other.part().equals(FilesTable.REMOVAL_PART)))
                .toList();
    }

    public void forget(Due row) {
        dynamoDb.deleteItem(delete ->
                delete.tableName(FilesTable.NAME).key(FilesTable.key(row.file(), row.part())));
    }

    /// A row of another feature about a file.
    public Optional<Map<String, AttributeValue>> row(FileId file, String part) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(FilesTable.NAME)
                                .key(FilesTable.key(file, part))
                                .consistentRead(true));
        return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
    }

    public void putRow(Map<String, AttributeValue> row) {
        dynamoDb.putItem(put -> put.tableName(FilesTable.NAME).item(row));
    }

    public FileTransaction transaction() {
        return new FileTransaction(settings);
    }

    /// Durable when it answers that it is done. What merely meets another transaction on the same
    /// rows is tried again here.
    public Written write(FileTransaction transaction) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                dynamoDb.transactWriteItems(write -> write.transactItems(transaction.items()));
                return Written.DONE;
            } catch (TransactionCanceledException e) {
                List<String> codes =
                        e.cancellationReasons().stream().map(CancellationReason::code).toList();
                if (codes.contains(CONDITION_FAILED)) {
                    return failed(codes, transaction.quotaIndex());
                }
                if (!codes.stream().allMatch(code -> NONE.equals(code) || CONFLICT.equals(code))) {
                    throw e;
                }
                pause(attempt);
            }
        }
        throw new UnavailableException("Too many changes of one owner's files at once");
    }

    private static Written failed(List<String> codes, OptionalInt quotaIndex) {
        boolean isQuota =
                quotaIndex.isPresent()
                        && CONDITION_FAILED.equals(codes.get(quotaIndex.getAsInt()))
                        && codes.stream().filter(CONDITION_FAILED::equals).count() == 1;
        return isQuota ? Written.OVER_QUOTA : Written.CHANGED;
    }

    /// Doubles with full jitter.
    private static void pause(int attempt) {
        long longest = FIRST_PAUSE_NANOS << Math.min(attempt, MOST_DOUBLINGS);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest) + 1);
    }
}
