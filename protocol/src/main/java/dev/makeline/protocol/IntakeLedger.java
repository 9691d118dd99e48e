package dev.makeline.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Reads and writes the intake ledger. Thread-safe; blocking.
///
/// [#write] puts whole rows without a condition (the cheapest write there is), which is right where
/// a state can be decided again with the same result, and because every `queued` is followed by an
/// upload job. What a person says, and that an object cannot be read, depends on the moment: these
/// go through [#replace] and [#add].
public final class IntakeLedger {

    /// DynamoDB's limit of BatchWriteItem.
    public static final int WRITE_BATCH = 25;

    public static final int READ_BATCH = BatchRead.MOST_KEYS;

    /// Rounds for items that DynamoDB gives back unprocessed when it throttles; about 6 s with the
    /// doubling pause.
    private static final int ROUNDS = 8;

    private final DynamoDbClient dynamoDb;

    public IntakeLedger(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// Durable when it returns. Of several entries for one object the last one counts.
    ///
    /// @throws LedgerUnavailableException when DynamoDB kept refusing some rows; others may have
    ///   been written
    /// @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB cannot be reached
    public void write(Collection<IntakeEntry> entries) {
        // One request must not name a key twice.
        Map<String, IntakeEntry> byObject = new LinkedHashMap<>();
        entries.forEach(entry -> byObject.put(entry.objectId(), entry));
        List<WriteRequest> requests =
                byObject.values().stream()
                        .map(entry ->
                                WriteRequest.builder()
                                        .putRequest(put -> put.item(IntakeTable.toItem(entry)))
                                        .build())
                        .toList();
        for (int from = 0; from < requests.size(); from += WRITE_BATCH) {
            writeBatch(requests.subList(from, Math.min(from + WRITE_BATCH, requests.size())));
        }
    }

    /// A strongly consistent read. Empty without one for what has not the form of an object id,
    /// which may be the key of another row of this table (a lease).
    public Optional<IntakeEntry> find(String objectId) {
        if (!ObjectVersion.isObjectId(objectId)) {
            return Optional.empty();
        }
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(IntakeTable.NAME)
                                .key(IntakeTable.key(objectId))
                                .consistentRead(true));
        return response.hasItem()
                ? Optional.of(IntakeTable.fromItem(response.item()))
                : Optional.empty();
    }

    /// Those of the objects that the ledger knows, by object id; eventually consistent, at half the
    /// price.
    public Map<String, IntakeEntry> findAll(Collection<String> objectIds) {
        Map<String, IntakeEntry> found = new HashMap<>();
        List<String> distinct = objectIds.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += READ_BATCH) {
            readBatch(distinct.subList(from, Math.min(from + READ_BATCH, distinct.size())))
                    .forEach(entry -> found.put(entry.objectId(), entry));
        }
        return found;
    }

    /// Up to `limit` entries of one partition of a state's index, from the oldest or the newest
    /// change on.
    ///
    /// @param shard one of [IntakeTable#shardsOf(String)]
    /// @param after exclusive [IntakeTable#changedOrder] to go on from
    public List<IntakeEntry> page(
            String shard, Optional<String> after, int limit, boolean newestFirst) {
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":shard", Attributes.text(shard)));
        after.ifPresent(order -> values.put(":after", Attributes.text(order)));
        String range =
                after.map(order -> newestFirst ? " AND #order < :after" : " AND #order > :after")
                        .orElse("");
        Map<String, String> names = new HashMap<>(Map.of("#shard", IntakeTable.STATE_SHARD));
        after.ifPresent(order -> names.put("#order", IntakeTable.CHANGED_ORDER));
        return dynamoDb
                .query(query ->
                        query.tableName(IntakeTable.NAME)
                                .indexName(IntakeTable.BY_STATE)
                                .keyConditionExpression("#shard = :shard" + range)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .scanIndexForward(!newestFirst)
                                .limit(limit))
                .items()
                .stream()
                .map(IntakeTable::fromItem)
                .toList();
    }

    /// How many entries one index partition holds after a position; reads the index, not the table.
    public long count(String shard, Optional<String> after) {
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":shard", Attributes.text(shard)));
        after.ifPresent(order -> values.put(":after", Attributes.text(order)));
        Map<String, String> names = new HashMap<>(Map.of("#shard", IntakeTable.STATE_SHARD));
        after.ifPresent(order -> names.put("#order", IntakeTable.CHANGED_ORDER));
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(IntakeTable.NAME)
                                .indexName(IntakeTable.BY_STATE)
                                .keyConditionExpression(
                                        "#shard = :shard"
                                                + after.map(order -> " AND #order > :after")
                                                        .orElse(""))
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .select(Select.COUNT))
                .stream()
                .mapToLong(page -> page.count())
                .sum();
    }

    /// A range of one index partition, and how many entries it holds.
    ///
    /// @param upTo inclusive; where the next range begins
    public record CountedRange(String upTo, long entries) {}

    /// Counts between two positions, in ranges of one read of the index each (1 MB).
    ///
    /// @param after exclusive, or empty for the beginning
    /// @param upTo inclusive
    public List<CountedRange> countRanges(String shard, String after, String upTo) {
        List<CountedRange> ranges = new ArrayList<>();
        Map<String, AttributeValue> next = Map.of();
        do {
            Map<String, AttributeValue> start = next;
            var page =
                    dynamoDb.query(query ->
                            query.tableName(IntakeTable.NAME)
                                    .indexName(IntakeTable.BY_STATE)
                                    .keyConditionExpression(
                                            "#shard = :shard AND #order BETWEEN :after AND :upTo")
                                    .expressionAttributeNames(
                                            Map.of(
                                                    "#shard", IntakeTable.STATE_SHARD,
                                                    "#order", IntakeTable.CHANGED_ORDER))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":shard", Attributes.text(shard),
                                                    // No position lies between one and itself with
                                                    // a blank, since all are of one length.
                                                    ":after", Attributes.text(after + ' '),
                                                    ":upTo", Attributes.text(upTo)))
                                    .exclusiveStartKey(start.isEmpty() ? null : start)
                                    .select(Select.COUNT));
            next = page.lastEvaluatedKey();
            String end =
                    next.isEmpty()
                            ? upTo
                            : Attributes.requiredText(next, IntakeTable.CHANGED_ORDER);
            ranges.add(new CountedRange(end, page.count()));
        } while (!next.isEmpty());
        return ranges;
    }

    /// Whether `next` took the place of the entry that was read as `seen`; not when that has
    /// changed meanwhile.
    public boolean replace(IntakeEntry seen, IntakeEntry next) {
        try {
            dynamoDb.putItem(put ->
                    put.tableName(IntakeTable.NAME)
                            .item(IntakeTable.toItem(next))
                            .conditionExpression("#shard = :shard AND #order = :order")
                            .expressionAttributeNames(
                                    Map.of(
                                            "#shard", IntakeTable.STATE_SHARD,
                                            "#order", IntakeTable.CHANGED_ORDER))
                            .expressionAttributeValues(position(seen)));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /// Whether `next` stands now; not when the object has a row by now.
    public boolean add(IntakeEntry next) {
        try {
            dynamoDb.putItem(put ->
                    put.tableName(IntakeTable.NAME)
                            .item(IntakeTable.toItem(next))
                            .conditionExpression("attribute_not_exists(#object)")
                            .expressionAttributeNames(Map.of("#object", IntakeTable.OBJECT_ID)));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> position(IntakeEntry seen) {
        Map<String, AttributeValue> item = IntakeTable.toItem(seen);
        return Map.of(
                ":shard", item.get(IntakeTable.STATE_SHARD),
                ":order", item.get(IntakeTable.CHANGED_ORDER));
    }

    private void writeBatch(List<WriteRequest> batch) {
        List<WriteRequest> left = batch;
        for (int round = 0; round < ROUNDS; round++) {
            List<WriteRequest> requests = left;
            BatchWriteItemResponse response =
                    dynamoDb.batchWriteItem(
                            write -> write.requestItems(Map.of(IntakeTable.NAME, requests)));
            left = response.unprocessedItems().getOrDefault(IntakeTable.NAME, List.of());
            if (left.isEmpty()) {
                return;
            }
            BatchRead.pause(round);
        }
        throw new LedgerUnavailableException("write", left.size());
    }

    private List<IntakeEntry> readBatch(List<String> objectIds) {
        KeysAndAttributes wanted =
                KeysAndAttributes.builder()
                        .keys(objectIds.stream().map(IntakeTable::key).toList())
                        .build();
        return BatchRead.rows(
                        dynamoDb,
                        IntakeTable.NAME,
                        wanted,
                        left -> new LedgerUnavailableException("read", left))
                .stream()
                .map(IntakeTable::fromItem)
                .toList();
    }
}
