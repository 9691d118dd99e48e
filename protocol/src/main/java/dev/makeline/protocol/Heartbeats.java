package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The heartbeats of all services: rows of the intake table, the one that every service of the
/// intake may reach anyway, whose keys are no object ids. In the index by state they have a
/// partition of their own, in the order of their times. Thread-safe; blocking.
///
/// Every method throws `software.amazon.awssdk.core.exception.SdkException` when DynamoDB cannot be
/// reached.
public final class Heartbeats {

    /// Before the name of the service in the key of a row: what a service may be allowed to write.
    public static final String KEY_PREFIX = "heartbeat#";

    /// What is read at once: a service that dies and starts again each second leaves no more than
    /// that to look at.
    private static final int MOST = 500;

    private static final String PARTITION = "heartbeat";

    /// With all attempts: a sign of life is not worth waiting for, least of all at a stop.
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(3);

    private final DynamoDbClient dynamoDb;

    public Heartbeats(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// Takes the place of what the instance wrote before.
    ///
    /// @param keptFor after which DynamoDB may delete the row; it may come days late
    public void put(Heartbeat heartbeat, Duration keptFor) {
        Map<String, AttributeValue> row = new HashMap<>(key(heartbeat));
        row.put(IntakeTable.STATE_SHARD, text(PARTITION));
        row.put(IntakeTable.CHANGED_ORDER, text(order(heartbeat)));
        row.put("service", text(heartbeat.service()));
        row.put("instanceId", text(heartbeat.instanceId()));
        row.put("version", text(heartbeat.version()));
        row.put("startedAt", text(heartbeat.startedAt().toString()));
        row.put("seenAt", text(heartbeat.seenAt().toString()));
        heartbeat.trouble().ifPresent(trouble -> row.put("trouble", text(trouble)));
        row.put(
                IntakeTable.TIME_TO_LIVE,
                number(heartbeat.seenAt().plus(keptFor).getEpochSecond()));
        dynamoDb.putItem(put ->
                put.tableName(IntakeTable.NAME)
                        .item(row)
                        .overrideConfiguration(override -> override.apiCallTimeout(LONGEST_WRITE)));
    }

    /// An instance that ends orderly leaves nothing.
    public void remove(Heartbeat heartbeat) {
        dynamoDb.deleteItem(delete ->
                delete.tableName(IntakeTable.NAME)
                        .key(key(heartbeat))
                        .overrideConfiguration(override -> override.apiCallTimeout(LONGEST_WRITE)));
    }

    /// The latest of each instance, the newest first, 500 at most; eventually consistent.
    ///
    /// @param time those that were written before it are left out
    public List<Heartbeat> since(Instant time) {
        return dynamoDb
                .query(query ->
                        query.tableName(IntakeTable.NAME)
                                .indexName(IntakeTable.BY_STATE)
                                .keyConditionExpression("#shard = :shard AND #order > :order")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#shard", IntakeTable.STATE_SHARD,
                                                "#order", IntakeTable.CHANGED_ORDER))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":shard", text(PARTITION),
                                                ":order", text(Attributes.sortableInstant(time))))
                                .scanIndexForward(false)
                                .limit(MOST))
                .items()
                .stream()
                .map(Heartbeats::heartbeat)
                .toList();
    }

    private static Map<String, AttributeValue> key(Heartbeat heartbeat) {
        return IntakeTable.key(KEY_PREFIX + name(heartbeat));
    }

    private static String name(Heartbeat heartbeat) {
        return heartbeat.service() + '#' + heartbeat.instanceId();
    }

    private static String order(Heartbeat heartbeat) {
        return Attributes.sortableInstant(heartbeat.seenAt()) + '#' + name(heartbeat);
    }

    private static Heartbeat heartbeat(Map<String, AttributeValue> row) {
        return new Heartbeat(
                requiredText(row, "service"),
                requiredText(row, "instanceId"),
                requiredText(row, "version"),
                Instant.parse(requiredText(row, "startedAt")),
                Instant.parse(requiredText(row, "seenAt")),
                optionalText(row, "trouble"));
    }
}
