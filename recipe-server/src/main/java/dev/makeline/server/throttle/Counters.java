package dev.makeline.server.throttle;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Counts in the accounts table, a row for each thing and key, which all servers share and which
/// ends with its window. Thread-safe.
@Singleton
final class Counters {

    /// Whether one was taken from the limit.
    sealed interface Taking {

        record Taken(String row) implements Taking {}

        record Refused(Duration retryAfter) implements Taking {}

        default Optional<Duration> refusal() {
            return this instanceof Refused(Duration after) ? Optional.of(after) : Optional.empty();
        }
    }

    private static final String COUNT = "count";
    private static final String ENDS_AT = "endsAtMillis";
    private static final int ATTEMPTS = 5;

    /// DynamoDB may delete the row when its window is over by the clock of every server.
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
        String row = keys.of(limit.name(), key);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = clock.instant();
            try {
                countOneMore(row, limit, now);
                return new Taking.Taken(row);
            } catch (ConditionalCheckFailedException e) {
                Optional<Duration> left = left(e.item(), now);
                if (left.isPresent() && requiredNumber(e.item(), COUNT) >= limit.most()) {
                    return new Taking.Refused(left.get());
                }
            }
            if (isBegun(row, limit, now)) {
                return new Taking.Taken(row);
            }
        }
        throw new UnavailableException("A count is being begun by many at once");
    }

    private void countOneMore(String row, Limit limit, Instant now) {
        dynamoDb.updateItem(update ->
                update.tableName(AccountsTable.NAME)
                        .key(key(row))
                        .updateExpression("ADD #count :one")
                        .conditionExpression("#count < :most AND #endsAt > :now")
                        .expressionAttributeNames(Map.of("#count", COUNT, "#endsAt", ENDS_AT))
                        .expressionAttributeValues(
                                Map.of(
                                        ":one", number(1),
                                        ":most", number(limit.most()),
                                        ":now", number(now.toEpochMilli())))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    /// How long the window lasts; empty when there is none under way. Whole seconds, at least one.
    private static Optional<Duration> left(Map<String, AttributeValue> row, Instant now) {
        if (row.isEmpty()) {
            return Optional.empty();
        }
        long millis = requiredNumber(row, ENDS_AT) - now.toEpochMilli();
        return millis <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.ceilDiv(millis, 1_000L)));
    }

    /// Begins a window with this one in it, unless another began it in between.
    private boolean isBegun(String row, Limit limit, Instant now) {
        Instant end = now.plus(limit.window());
        Map<String, AttributeValue> first = new HashMap<>(key(row));
        first.put(COUNT, number(1));
        first.put(ENDS_AT, number(end.toEpochMilli()));
        first.put(AccountsTable.TIME_TO_LIVE, number(end.plus(CLOCKS_APART).getEpochSecond()));
        try {
            dynamoDb.putItem(put ->
                    put.tableName(AccountsTable.NAME)
                            .item(first)
                            .conditionExpression("attribute_not_exists(#endsAt) OR #endsAt <= :now")
                            .expressionAttributeNames(Map.of("#endsAt", ENDS_AT))
                            .expressionAttributeValues(Map.of(":now", number(now.toEpochMilli()))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
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
