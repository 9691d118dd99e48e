package dev.makeline.launcher.rows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Puts rows of one table into another where no row of that key stands, whatever their attributes
/// hold.
///
/// A page of rows is in memory for each part of the table. What is there already is told by reading
/// its key, which costs less than a put that is refused; the put has its condition all the same, so
/// that a row that comes meanwhile is left alone. Idempotent: a copy that was broken off is run
/// again. Thread-safe.
final class RowCopy {

    /// As many keys as one BatchGetItem takes.
    private static final int PAGE = 100;

    private static final int PARTS = 8;
    private static final int PUTS_AT_ONCE = 32;

    private final DynamoDbClient dynamoDb;
    private final String source;
    private final String target;
    private final List<String> keys;
    private final Semaphore puts = new Semaphore(PUTS_AT_ONCE);
    private final LongAdder put = new LongAdder();
    private final LongAdder there = new LongAdder();

    /// @param there rows of the source whose keys stood in the target
    record Counts(long put, long there) {}

    RowCopy(DynamoDbClient dynamoDb, String source, String target) {
        this.dynamoDb = dynamoDb;
        this.source = source;
        this.target = target;
        this.keys =
                dynamoDb
                        .describeTable(describe -> describe.tableName(target))
                        .table()
                        .keySchema()
                        .stream()
                        .map(KeySchemaElement::attributeName)
                        .toList();
    }

    /// So far; also while it runs.
    Counts counts() {
        return new Counts(put.sum(), there.sum());
    }

    Counts all() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            each(
                    threads,
                    IntStream.range(0, PARTS).boxed().toList(),
                    part -> {
                        for (var page :
                                dynamoDb.scanPaginator(scan ->
                                        scan.tableName(source)
                                                .limit(PAGE)
                                                .segment(part)
                                                .totalSegments(PARTS))) {
                            copy(threads, page.items());
                        }
                    });
        }
        return counts();
    }

    /// Of one partition, such as all that belongs to a recipe.
    Counts partition(String key) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var page :
                    dynamoDb.queryPaginator(query ->
                            query.tableName(source)
                                    .limit(PAGE)
                                    .keyConditionExpression("#key = :key")
                                    .expressionAttributeNames(Map.of("#key", keys.getFirst()))
                                    .expressionAttributeValues(
                                            Map.of(":key", AttributeValue.fromS(key))))) {
                copy(threads, page.items());
            }
        }
        return counts();
    }

    private void copy(ExecutorService threads, List<Map<String, AttributeValue>> rows)
            throws InterruptedException, ExecutionException {
        if (rows.isEmpty()) {
            return;
        }
        Set<Map<String, AttributeValue>> standing = standing(rows);
        List<Map<String, AttributeValue>> missing =
                rows.stream().filter(row -> !standing.contains(keyOf(row))).toList();
        there.add(rows.size() - missing.size());
        each(threads, missing, this::put);
    }

    /// Keys that are found; those that DynamoDB leaves unprocessed are found out by the put.
    private Set<Map<String, AttributeValue>> standing(List<Map<String, AttributeValue>> rows) {
        Map<String, String> names =
                IntStream.range(0, keys.size())
                        .boxed()
                        .collect(Collectors.toMap(index -> "#k" + index, keys::get));
        return new HashSet<>(
                dynamoDb.batchGetItem(get ->
                                get.requestItems(
                                        Map.of(
                                                target,
                                                KeysAndAttributes.builder()
                                                        .keys(
                                                                rows.stream()
                                                                        .map(this::keyOf)
                                                                        .toList())
                                                        .projectionExpression(
                                                                String.join(", ", names.keySet()))
                                                        .expressionAttributeNames(names)
                                                        .build())))
                        .responses()
                        .getOrDefault(target, List.of()));
    }

    private void put(Map<String, AttributeValue> row) throws InterruptedException {
        puts.acquire();
        try {
            dynamoDb.putItem(request ->
                    request.tableName(target)
                            .item(row)
                            .conditionExpression("attribute_not_exists(#key)")
                            .expressionAttributeNames(Map.of("#key", keys.getFirst())));
            put.increment();
        } catch (ConditionalCheckFailedException e) {
            there.increment();
        } finally {
            puts.release();
        }
    }

    private Map<String, AttributeValue> keyOf(Map<String, AttributeValue> row) {
        return keys.stream().collect(Collectors.toMap(Function.identity(), row::get));
    }

    private interface Step<T> {
        void on(T value) throws InterruptedException, ExecutionException;
    }

    /// Waits for all of them; the first failure, in their order, is thrown.
    private static <T> void each(ExecutorService threads, List<T> values, Step<T> step)
            throws InterruptedException, ExecutionException {
        List<Future<Void>> steps =
                threads.invokeAll(
                        values.stream()
                                .map(value ->
                                        (Callable<Void>)
                                                () -> {
                                                    step.on(value);
                                                    return null;
                                                })
                                .toList());
        for (Future<Void> done : steps) {
            done.get();
        }
    }
}
