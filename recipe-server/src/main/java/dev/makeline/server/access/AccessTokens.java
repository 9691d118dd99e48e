package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.memory.SharedLoads;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The tokens of the accounts table, by their hash. Thread-safe. Remembers what it found and, for a
/// shorter time, what it did not find; both within a bound.
@Singleton
public final class AccessTokens {

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

    /// Keeps it until its end, or for longer where another server did so already.
    void prolong(AccessToken token) {
        Map<String, AttributeValue> row = token.toItem();
        try {
            dynamoDb.putItem(put ->
                    put.tableName(AccountsTable.NAME)
                            .item(row)
                            .conditionExpression(
                                    "attribute_not_exists(#part) OR attribute_not_exists(#end) OR #end < :end")
                            .expressionAttributeNames(
                                    Map.of(
                                            "#part",
                                            AccountsTable.PART,
                                            "#end",
                                            AccountsTable.TIME_TO_LIVE))
                            .expressionAttributeValues(
                                    Map.of(
                                            ":end",
                                            Objects.requireNonNull(
                                                    row.get(AccountsTable.TIME_TO_LIVE)))));
            loads.forget(token.sha256Hex());
        } catch (ConditionalCheckFailedException _) {
            // It is good for longer.
        }
    }

    /// To be called by whoever changed or deleted its row.
    public void forget(String sha256Hex) {
        loads.forget(sha256Hex);
    }

    private Optional<AccessToken> load(String sha256Hex) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME)
                                .key(AccountsTable.tokenKey(sha256Hex))
                                .consistentRead(true));
        return response.hasItem()
                ? Optional.of(AccessToken.fromItem(sha256Hex, response.item()))
                : Optional.empty();
    }

    private static Duration memory(AccessSettings settings, Optional<AccessToken> token) {
        return token.isPresent() ? settings.knownFor() : settings.unknownFor();
    }
}
