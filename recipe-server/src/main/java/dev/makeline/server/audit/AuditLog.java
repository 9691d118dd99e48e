package dev.makeline.server.audit;

import static dev.makeline.protocol.Attributes.sortableInstant;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Appends events to the accounts table, a partition a day (UTC), in the order of their time.
/// Nothing here changes or deletes one. Thread-safe.
@Singleton
public final class AuditLog {

    private final DynamoDbClient dynamoDb;
    private final ExecutorService executor;

    AuditLog(DynamoDbClient dynamoDb, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.dynamoDb = dynamoDb;
        this.executor = executor;
    }

    /// Returns when the event is durable. Fails when DynamoDB does, so that what must be on record
    /// is not done without.
    public void append(AuditEvent event) {
        dynamoDb.putItem(put ->
                put.tableName(AccountsTable.NAME)
                        .item(item(event))
                        .conditionExpression("attribute_not_exists(#part)")
                        .expressionAttributeNames(Map.of("#part", AccountsTable.PART)));
    }

    /// As [#append], without blocking the calling thread.
    public CompletableFuture<Void> appendAsync(AuditEvent event) {
        return CompletableFuture.runAsync(() -> append(event), executor);
    }

    private static Map<String, AttributeValue> item(AuditEvent event) {
        Map<String, AttributeValue> item = new HashMap<>();
        LocalDate day = event.at().atZone(ZoneOffset.UTC).toLocalDate();
        item.put(AccountsTable.SUBJECT, text("audit#" + day));
        item.put(AccountsTable.PART, text(sortableInstant(event.at()) + '#' + UUID.randomUUID()));
        item.put("action", text(event.action().label()));
        event.actor().ifPresent(actor -> item.put("actor", text(actor)));
        item.put("address", text(event.address()));
        event.target().ifPresent(target -> item.put("target", text(target)));
        item.put(
                "details",
                AttributeValue.fromM(
                        event.details().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                detail -> text(detail.getValue())))));
        return item;
    }
}
