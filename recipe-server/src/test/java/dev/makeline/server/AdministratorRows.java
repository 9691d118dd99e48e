package dev.makeline.server;

import dev.makeline.protocol.AccountsTable;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The list of active administrators, which all tests share.
final class AdministratorRows {

    private AdministratorRows() {}

    /// As if there had never been one.
    static void clear(RunningServer server) {
        rows(server, "administrators").forEach(row -> delete(server, row));
        rows(server, "first-administrator").forEach(row -> delete(server, row));
    }

    static int count(RunningServer server) {
        return rows(server, "administrators").size();
    }

    private static List<Map<String, AttributeValue>> rows(RunningServer server, String subject) {
        return server.dynamoDb()
                .query(query ->
                        query.tableName(AccountsTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression("#subject = :subject")
                                .expressionAttributeNames(Map.of("#subject", AccountsTable.SUBJECT))
                                .expressionAttributeValues(
                                        Map.of(":subject", AttributeValue.fromS(subject))))
                .items();
    }

    private static void delete(RunningServer server, Map<String, AttributeValue> row) {
        server.dynamoDb()
                .deleteItem(delete ->
                        delete.tableName(AccountsTable.NAME)
                                .key(
                                        Map.of(
                                                AccountsTable.SUBJECT,
                                                row.get(AccountsTable.SUBJECT),
                                                AccountsTable.PART,
                                                row.get(AccountsTable.PART))));
    }
}
