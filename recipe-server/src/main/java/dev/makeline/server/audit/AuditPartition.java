package dev.makeline.server.audit;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.sortableInstant;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Reads one partition of the audit log, from the newest on. Thread-safe.
@Singleton
final class AuditPartition {

    /// Rows looked at in one read where not each of them is asked for: some 500 KB.
    private static final int MOST_LOOKED_AT = 500;

    private final DynamoDbClient dynamoDb;

    AuditPartition(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    AuditRound.Part read(String name, AuditQuery query, String before, int limit) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        names.put("#subject", AccountsTable.SUBJECT);
        names.put("#part", AccountsTable.PART);
        values.put(":name", text(name));
        values.put(":from", text(sortableInstant(query.from())));
        values.put(":before", text(before));
        QueryRequest.Builder request =
                QueryRequest.builder()
                        .tableName(AccountsTable.NAME)
                        .keyConditionExpression(
                                "#subject = :name AND #part BETWEEN :from AND :before")
                        .scanIndexForward(false);
        List<String> conditions = conditions(query, names, values);
        if (!conditions.isEmpty()) {
            request.filterExpression(String.join(" AND ", conditions));
        }
        // One more, since the row at that very position is not asked for.
        var response =
                dynamoDb.query(
                        request.limit(conditions.isEmpty() ? limit + 1 : MOST_LOOKED_AT)
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .build());
        return new AuditRound.Part(
                response.items().stream()
                        .map(AuditRows::read)
                        .filter(entry -> !entry.position().equals(before))
                        .toList(),
                response.hasLastEvaluatedKey()
                        ? Optional.of(requiredText(response.lastEvaluatedKey(), AccountsTable.PART))
                        : Optional.empty());
    }

    private static List<String> conditions(
            AuditQuery query, Map<String, String> names, Map<String, AttributeValue> values) {
        List<String> conditions = new ArrayList<>();
        Map<String, Optional<String>> asked =
                Map.of(
                        AuditRows.ACTION,
                        query.action().map(AuditAction::label),
                        AuditRows.ACTOR,
                        query.target().isPresent() ? query.actor() : Optional.empty());
        asked.forEach((attribute, wanted) ->
                wanted.ifPresent(value -> {
                    conditions.add("#%s = :%s".formatted(attribute, attribute));
                    names.put('#' + attribute, attribute);
                    values.put(':' + attribute, text(value));
                }));
        return conditions;
    }
}
