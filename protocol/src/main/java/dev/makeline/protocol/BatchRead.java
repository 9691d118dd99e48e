package dev.makeline.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Reads rows of one table by their keys, and again what DynamoDB gives back unread: when it
/// throttles, and of more than 16 MB.
public final class BatchRead {

    /// DynamoDB's limit of BatchGetItem.
    public static final int MOST_KEYS = 100;

    /// About 6 s with the doubling pause.
    private static final int ROUNDS = 8;

    private static final long FIRST_PAUSE_NANOS = 50_000_000;

    private BatchRead() {}

    /// The rows that there are, in no order. Blocking.
    ///
    /// @param wanted at most [#MOST_KEYS]
    /// @param refused makes what is thrown when so many rows were given back again and again
    public static List<Map<String, AttributeValue>> rows(
            DynamoDbClient dynamoDb,
            String table,
            KeysAndAttributes wanted,
            IntFunction<? extends RuntimeException> refused) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        KeysAndAttributes left = wanted;
        for (int round = 0; round < ROUNDS; round++) {
            KeysAndAttributes request = left;
            BatchGetItemResponse response =
                    dynamoDb.batchGetItem(get -> get.requestItems(Map.of(table, request)));
            found.addAll(response.responses().getOrDefault(table, List.of()));
            KeysAndAttributes unread = response.unprocessedKeys().get(table);
            if (unread == null || unread.keys().isEmpty()) {
                return found;
            }
            left = unread;
            pause(round);
        }
        throw refused.apply(left.keys().size());
    }

    /// Doubles with full jitter.
    static void pause(int round) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS << round) + 1);
    }
}
