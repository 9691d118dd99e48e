package dev.makeline.server.account;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.util.HashMap;
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
final class Transactions {

    private static final int ATTEMPTS = 8;
    private static final int LONGEST_PAUSE_MILLIS = 60;
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";

    private final DynamoDbClient dynamoDb;

    Transactions(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// @return the positions of the writes whose condition was not met, in which case none was
    ///   written; empty when all were
    /// @throws UnavailableException when others kept changing the same rows
    Set<Integer> write(List<TransactWriteItem> writes) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
                return Set.of();
            } catch (TransactionCanceledException e) {
                List<CancellationReason> reasons = e.cancellationReasons();
                Set<Integer> unmet = positions(reasons, CONDITION_FAILED);
                if (!unmet.isEmpty()) {
                    return unmet;
                }
                if (positions(reasons, CONFLICT).isEmpty()) {
                    throw e;
                }
            }
            pause();
        }
        throw new UnavailableException("The same account is being changed by many at once");
    }

    private static Set<Integer> positions(List<CancellationReason> reasons, String code) {
        return IntStream.range(0, reasons.size())
                .filter(position -> code.equals(reasons.get(position).code()))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted while changing an account");
        }
    }

    static TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(AccountsTable.NAME)
                                .item(item)
                                .conditionExpression("attribute_not_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", AccountsTable.PART)))
                .build();
    }

    static TransactWriteItem delete(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(AccountsTable.NAME).key(key))
                .build();
    }

    static TransactWriteItem exists(Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(AccountsTable.NAME)
                                .key(key)
                                .conditionExpression("attribute_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", AccountsTable.PART)))
                .build();
    }

    static Map<String, AttributeValue> row(
            Map<String, AttributeValue> key, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(key);
        item.putAll(attributes);
        return item;
    }
}
