package dev.makeline.server.audit;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Traceparent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.slf4j.MDC;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Appends events to the accounts table. Nothing here changes or deletes one. Thread-safe.
@Singleton
public final class AuditLog {

    private final DynamoDbClient dynamoDb;
    private final AuditSettings settings;
    private final ExecutorService executor;

    AuditLog(
            DynamoDbClient dynamoDb,
            AuditSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
        this.executor = executor;
    }

    /// Returns when the event is durable, once, also when a call had to be repeated. Fails when
    /// DynamoDB does, so that what must be on record is not done without.
    public void append(AuditEvent event) {
        List<TransactWriteItem> rows = rows(event);
        dynamoDb.transactWriteItems(write -> write.transactItems(rows));
    }

    /// At most three, to be written in the transaction of what the event tells of: neither is there
    /// without the other.
    public List<TransactWriteItem> rows(AuditEvent event) {
        return AuditRows.of(traced(event), settings.keptFor()).stream()
                .map(AuditLog::newRow)
                .toList();
    }

    /// As [#append], without blocking the calling thread.
    public CompletableFuture<Void> appendAsync(AuditEvent event) {
        AuditEvent traced = traced(event);
        return CompletableFuture.runAsync(() -> append(traced), executor);
    }

    private static TransactWriteItem newRow(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(AccountsTable.NAME)
                                .item(row)
                                .conditionExpression("attribute_not_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", AccountsTable.PART)))
                .build();
    }

    /// Whoever names no trace has that of this thread's log lines.
    private static AuditEvent traced(AuditEvent event) {
        Optional<String> trace =
                event.trace().or(() -> Optional.ofNullable(MDC.get(Traceparent.TRACE_ID)));
        return new AuditEvent(
                event.at(),
                event.action(),
                event.actor(),
                event.address(),
                event.target(),
                event.details(),
                event.credential(),
                trace);
    }
}
