package dev.makeline.server.throttle;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Counts in the accounts table, a row for each thing, key and window. Thread-safe.
@Singleton
final class Counters {

    private static final String COUNT = "count";
    private static final Map<String, String> NAMES =
            Map.of("#count", COUNT, "#ttl", AccountsTable.TIME_TO_LIVE);

    /// No two servers' clocks differ by more; only then is a row of no use to any.
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    private final DynamoDbClient dynamoDb;
    private final HiddenKeys keys;
    private final InstantSource clock;

    Counters(DynamoDbClient dynamoDb, HiddenKeys keys, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.keys = keys;
        this.clock = clock;
    }

    /// Counting and comparing are one step: of many at once, no more than the limit get through.
    Taking take(Limit limit, String key) {
        Instant now = clock.instant();
        Instant window = limit.windowOf(now);
        String row = keys.of(limit.name(), key + '\0' + window.getEpochSecond());
        try {
            dynamoDb.updateItem(update ->
                    update.tableName(AccountsTable.NAME)
                            .key(key(row))
                            .updateExpression("ADD #count :one SET #ttl = :ttl")
                            .conditionExpression("attribute_not_exists(#count) OR #count < :most")
                            .expressionAttributeNames(NAMES)
                            .expressionAttributeValues(
                                    Map.of(
                                            ":one",
                                            number(1),
                                            ":most",
                                            number(limit.most()),
                                            ":ttl",
                                            number(
                                                    window.plus(limit.window())
                                                            .plus(CLOCKS_APART)
                                                            .getEpochSecond()))));
            return new Taking.Taken(row);
        } catch (ConditionalCheckFailedException e) {
            return new Taking.Refused(limit.untilNext(now));
        }
    }

    /// Whether one was taken from the limit.
    sealed interface Taking {

        record Taken(String row) implements Taking {}

        record Refused(Duration retryAfter) implements Taking {}

        default Optional<Duration> refusal() {
            return this instanceof Refused(Duration after) ? Optional.of(after) : Optional.empty();
        }
    }

    /// As if it had not been taken.
    void giveBack(Taking.Taken taken) {
        try {
            dynamoDb.updateItem(update ->
                    update.tableName(AccountsTable.NAME)
                            .key(key(taken.row()))
                            .updateExpression("ADD #count :less")
                            .conditionExpression("#count > :none")
                            .expressionAttributeNames(Map.of("#count", COUNT))
                            .expressionAttributeValues(
                                    Map.of(":less", number(-1), ":none", number(0))));
        } catch (ConditionalCheckFailedException e) {
            // It was cleared in between: there is nothing left to give back.
            return;
        }
    }

    /// As if none had ever been taken.
    void clear(Taking.Taken taken) {
        dynamoDb.deleteItem(delete -> delete.tableName(AccountsTable.NAME).key(key(taken.row())));
    }

    private static Map<String, AttributeValue> key(String row) {
        return Map.of(
                AccountsTable.SUBJECT, text("throttle#" + row), AccountsTable.PART, text("count"));
    }
}
