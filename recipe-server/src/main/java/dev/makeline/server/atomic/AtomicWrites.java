package dev.makeline.server.atomic;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes several rows of the accounts table, all or none. Thread-safe; blocking.
@Singleton
public final class AtomicWrites {

    private static final int ATTEMPTS = 8;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    private final DynamoDbClient dynamoDb;

    AtomicWrites(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// @return the positions of the writes whose condition was not met, in which case none was
    ///   written; empty when all were
    /// @throws UnavailableException when others kept changing the same rows
    public Set<Integer> write(List<TransactWriteItem> writes) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
                return Set.of();
            } catch (TransactionCanceledException e) {
                Set<Integer> unmet = positions(e, "ConditionalCheckFailed");
                if (!unmet.isEmpty()) {
                    return unmet;
                }
                if (positions(e, "TransactionConflict").isEmpty()) {
                    throw e;
                }
            }
            pause();
        }
        throw busy();
    }

    public static UnavailableException busy() {
        return new UnavailableException("The same is being changed by many at once");
    }

    /// So that those who were in each other's way are not again.
    public static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Set<Integer> positions(TransactionCanceledException cause, String code) {
        List<CancellationReason> reasons = cause.cancellationReasons();
        return IntStream.range(0, reasons.size())
                .filter(position -> code.equals(reasons.get(position).code()))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    public static TransactWriteItem put(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(AccountsTable.NAME).item(row))
                .build();
    }

    /// Puts what must not be there yet.
    public static TransactWriteItem putNew(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(AccountsTable.NAME)
                                .item(row)
                                .conditionExpression("attribute_not_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", AccountsTable.PART)))
                .build();
    }

    public static TransactWriteItem delete(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(AccountsTable.NAME).key(key))
                .build();
    }

    /// Deletes what must be there.
    public static TransactWriteItem deleteExisting(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(delete ->
                        delete.tableName(AccountsTable.NAME)
                                .key(key)
                                .conditionExpression("attribute_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", AccountsTable.PART)))
                .build();
    }

    /// Writes nothing, on condition that the row is there.
    public static TransactWriteItem exists(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(AccountsTable.NAME)
                                .key(key)
                                .conditionExpression("attribute_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", AccountsTable.PART)))
                .build();
    }
}
