package dev.makeline.watcher.lease;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.operations.SteadyClock;
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
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Lets one process at a time do something, and keeps its notes for the next one. Not thread-safe.
///
/// A row of the intake table whose key is no object id and which has no state, so that the index by
/// state does not hold it. A lease is taken from a holder only when its row was seen unchanged for
/// the lease's whole length by this process' steady clock, so that no two machines' clocks are ever
/// compared. It is for economy, not for safety all the same: a holder that was paused for longer
/// goes on until its next [#keep] tells it, so what the lease guards must be idempotent.
///
/// Every method throws `software.amazon.awssdk.core.exception.SdkException` when DynamoDB cannot be
/// reached.
public final class Lease {

    private static final String HELD_BY = "heldBy";

    /// By the holder's own clock, for people; other processes only see whether it changes. 0 when
    /// released.
    private static final String HELD_UNTIL = "heldUntilMillis";

    private static final Instant RELEASED = Instant.EPOCH;

    /// Another holder's row, and since when this process has seen it so.
    private record Sighting(AttributeValue heldBy, AttributeValue heldUntil, Instant since) {

        boolean isOf(AttributeValue holder, AttributeValue until) {
            return heldBy.equals(holder) && heldUntil.equals(until);
        }
    }

    private final DynamoDbClient dynamoDb;
    private final String row;
    private final Duration length;
    private final InstantSource clock;
    private final SteadyClock steadyClock;
    private final String holder = UUID.randomUUID().toString();
    private Optional<Sighting> sighting = Optional.empty();
    private Instant lastUntil = RELEASED;

    /// @param row names what is guarded, for example `watcher#listing`
    /// @param length until another process may take it from a holder that keeps silent
    public Lease(
            DynamoDbClient dynamoDb,
            String row,
            Duration length,
            InstantSource clock,
            SteadyClock steadyClock) {
        this.dynamoDb = dynamoDb;
        this.row = row;
        this.length = length;
        this.clock = clock;
        this.steadyClock = steadyClock;
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

    /// Takes the lease and returns the last holder's notes; empty while another process holds it,
    /// or has not been seen to be silent for the lease's length.
    public Optional<Map<String, AttributeValue>> take() {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":me", text(holder));
        values.put(":until", until(renewedUntil()));
        values.put(":released", until(RELEASED));
        Optional<Sighting> silent = sighting.filter(this::isSilent);
        silent.ifPresent(seen -> {
            values.put(":silent", seen.heldBy());
            values.put(":seen", seen.heldUntil());
        });
        try {
            Map<String, AttributeValue> notes = take(values, silent.isPresent());
            sighting = Optional.empty();
            return Optional.of(notes);
        } catch (ConditionalCheckFailedException e) {
            sighting = Optional.of(sighted(e.item()));
            return Optional.empty();
        }
    }

    private Map<String, AttributeValue> take(
            Map<String, AttributeValue> values, boolean fromSilent) {
        String free =
                "attribute_not_exists(%1$s) OR %1$s = :released OR %2$s = :me"
                        .formatted(HELD_UNTIL, HELD_BY);
        String silent = " OR (%s = :silent AND %s = :seen)".formatted(HELD_BY, HELD_UNTIL);
        return dynamoDb.updateItem(update ->
                        update.tableName(IntakeTable.NAME)
                                .key(IntakeTable.key(row))
                                .updateExpression(
                                        "SET %s = :me, %s = :until".formatted(HELD_BY, HELD_UNTIL))
                                .conditionExpression(fromSilent ? free + silent : free)
                                .expressionAttributeValues(values)
                                .returnValues(ReturnValue.ALL_NEW)
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes();
    }

    private boolean isSilent(Sighting seen) {
        return !steadyClock.now().isBefore(seen.since().plus(length));
    }

    private Sighting sighted(Map<String, AttributeValue> held) {
        AttributeValue by = text(requiredText(held, HELD_BY));
        AttributeValue until = number(requiredNumber(held, HELD_UNTIL));
        return sighting.filter(seen -> seen.isOf(by, until))
                .orElseGet(() -> new Sighting(by, until, steadyClock.now()));
    }

    /// Writes notes and holds the lease for its whole length again; false when another process has
    /// taken it, and then nothing is written.
    public boolean keep(Map<String, AttributeValue> notes) {
        return write(notes, renewedUntil());
    }

    /// Writes notes and lets the next process take the lease at once; false when another process
    /// has taken it already, and then nothing is written.
    public boolean release(Map<String, AttributeValue> notes) {
        return write(notes, RELEASED);
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

    /// Later at each renewal, also when the clock was set back: the same value would look like
    /// silence.
    private Instant renewedUntil() {
        Instant byClock = clock.instant().plus(length);
        Instant next = lastUntil.plusMillis(1);
        lastUntil = byClock.isAfter(next) ? byClock : next;
        return lastUntil;
    }

    private static AttributeValue until(Instant instant) {
        return number(instant.toEpochMilli());
    }
}
