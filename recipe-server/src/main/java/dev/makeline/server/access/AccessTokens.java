package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.memory.SharedLoads;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The tokens of the accounts table, by their hash. Thread-safe. Remembers what it found and, for a
/// shorter time, what it did not find; both within a bound.
@Singleton
final class AccessTokens {

    private final DynamoDbClient dynamoDb;
    private final SharedLoads<String, Optional<AccessToken>> loads;

    AccessTokens(
            DynamoDbClient dynamoDb,
            AccessSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.dynamoDb = dynamoDb;
        this.loads =
                new SharedLoads<>(
                        this::load,
                        token -> memory(settings, token),
                        _ -> 1,
                        settings.remembered(),
                        executor);
    }

    /// Never blocks; the future fails when DynamoDB does, which is not remembered.
    CompletableFuture<Optional<AccessToken>> find(String sha256Hex) {
        return loads.get(sha256Hex);
    }

    void put(AccessToken token) {
        dynamoDb.putItem(put -> put.tableName(AccountsTable.NAME).item(token.toItem()));
        loads.forget(token.sha256Hex());
    }

    private Optional<AccessToken> load(String sha256Hex) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME).key(AccountsTable.tokenKey(sha256Hex)));
        return response.hasItem()
                ? Optional.of(AccessToken.fromItem(sha256Hex, response.item()))
                : Optional.empty();
    }

    private static Duration memory(AccessSettings settings, Optional<AccessToken> token) {
        return token.isPresent() ? settings.knownFor() : settings.unknownFor();
    }
}
