package dev.makeline.server;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the audit log holds of what was done to one person, oldest first.
final class AuditRows {

    private AuditRows() {}

    static List<Map<String, AttributeValue>> of(RunningServer server, UserId target) {
        return in(server, "audit#target#" + target);
    }

    static List<Map<String, AttributeValue>> in(RunningServer server, String partition) {
        return server
                .dynamoDb()
                .queryPaginator(query ->
                        query.tableName(AccountsTable.NAME)
                                .keyConditionExpression("#subject = :partition")
                                .expressionAttributeNames(Map.of("#subject", AccountsTable.SUBJECT))
                                .expressionAttributeValues(
                                        Map.of(":partition", AttributeValue.fromS(partition))))
                .items()
                .stream()
                .toList();
    }
}
