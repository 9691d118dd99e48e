package dev.makeline.watcher.lease;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.IntakeTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Lets one process at a time do something, and keeps its notes for the next one. Not thread-safe.
///
/// A row of the intake table whose key is no object id and which has no state, so that the index by
/// state does not hold it. The lease is for economy, not for safety: where clocks differ by more
/// than its length two holders may overlap, so what it guards must be idempotent. A holder that has
/// lost it is told at its next [#keep].
///
/// Every method throws `software.amazon.awssdk.core.exception.SdkException` when DynamoDB cannot be
/// reached.
public final class Lease {

    private static final String HELD_BY = "heldBy";
    private static final String HELD_UNTIL = "heldUntilMillis";

    private final DynamoDbClient dynamoDb;
    private final String row;
    private final Duration length;
    private final InstantSource clock;
    private final String holder = UUID.randomUUID().toString();

    /// @param row names what is guarded, for example `watcher#listing`
    /// @param length until another process may take it from a holder that keeps silent
    public Lease(DynamoDbClient dynamoDb, String row, Duration length, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.row = row;
        this.length = length;
        this.clock = clock;
    }

    /// Until another process may take it from a holder that keeps silent.
    public Duration length() {
        return length;
    }

    /// What the last holder wrote, whoever holds the lease now; a strongly consistent read.
    public Map<String, AttributeValue> notes() {
        return dynamoDb.getItem(get ->
                        get.tableName(IntakeTable.NAME)
                                .key(IntakeTable.key(row))
                                .consistentRead(true))
                .item();
    }

    /// Takes the lease and returns the last holder's notes; empty while another process holds it.
    public Optional<Map<String, AttributeValue>> take() {
        Instant now = clock.instant();
        try {
            return Optional.of(
                    dynamoDb.updateItem(update ->
                                    update.tableName(IntakeTable.NAME)
                                            .key(IntakeTable.key(row))
                                            .updateExpression(
                                                    "SET %s = :me, %s = :until"
                                                            .formatted(HELD_BY, HELD_UNTIL))
                                            .conditionExpression(
                                                    "attribute_not_exists(%1$s) OR %1$s <= :now OR %2$s = :me"
                                                            .formatted(HELD_UNTIL, HELD_BY))
                                            .expressionAttributeValues(
                                                    Map.of(
                                                            ":me", text(holder),
                                                            ":now", number(now.toEpochMilli()),
                                                            ":until", until(now.plus(length))))
                                            .returnValues(ReturnValue.ALL_NEW))
                            .attributes());
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    /// Writes notes and holds the lease for its whole length again; false when another process has
    /// taken it, and then nothing is written.
    public boolean keep(Map<String, AttributeValue> notes) {
        return write(notes, clock.instant().plus(length));
    }

    /// Writes notes and lets the next process take the lease at once; false when another process
    /// has taken it already, and then nothing is written.
    public boolean release(Map<String, AttributeValue> notes) {
        return write(notes, Instant.EPOCH);
    }

    private boolean write(Map<String, AttributeValue> notes, Instant until) {
        Map<String, AttributeValue> item = new HashMap<>(notes);
        item.put(IntakeTable.OBJECT_ID, text(row));
        item.put(HELD_BY, text(holder));
        item.put(HELD_UNTIL, until(until));
        try {
            dynamoDb.putItem(put ->
                    put.tableName(IntakeTable.NAME)
                            .item(item)
                            .conditionExpression(HELD_BY + " = :me")
                            .expressionAttributeValues(Map.of(":me", text(holder))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static AttributeValue until(Instant instant) {
        return number(instant.toEpochMilli());
    }
}
