package dev.makeline.server.access;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.memory.SharedLoads;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rows of the accounts table that every request reads, remembered for as long as tokens are.
/// Thread-safe.
final class RememberedRows<K, V> {

    private final DynamoDbClient dynamoDb;
    private final Function<K, Map<String, AttributeValue>> keyOf;
    private final Function<Map<String, AttributeValue>, V> read;
    private final SharedLoads<K, Optional<V>> loads;

    RememberedRows(
            DynamoDbClient dynamoDb,
            AccessSettings settings,
            ExecutorService executor,
            Function<K, Map<String, AttributeValue>> keyOf,
            Function<Map<String, AttributeValue>, V> read) {
        this.dynamoDb = dynamoDb;
        this.keyOf = keyOf;
        this.read = read;
        this.loads =
                new SharedLoads<>(
                        this::load,
                        found -> found.isPresent() ? settings.knownFor() : settings.unknownFor(),
                        _ -> 1,
                        settings.remembered(),
                        executor);
    }

    /// Never blocks; the future fails when DynamoDB does.
    CompletableFuture<Optional<V>> find(K key) {
        return loads.get(key);
    }

    /// Whoever asks from now on gets what is there now or later.
    void forget(K key) {
        loads.forget(key);
    }

    private Optional<V> load(K key) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME)
                                .key(keyOf.apply(key))
                                .consistentRead(true));
        return response.hasItem() ? Optional.of(read.apply(response.item())) : Optional.empty();
    }
}
