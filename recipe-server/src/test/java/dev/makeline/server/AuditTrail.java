package dev.makeline.server;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Attributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The audit events of today, in their order.
record AuditTrail(RunningServer server) {

    static AuditTrail of(RunningServer server) {
        return new AuditTrail(server);
    }

    private List<Map<String, AttributeValue>> events() {
        return server
                .dynamoDb()
                .queryPaginator(query ->
                        query.tableName(AccountsTable.NAME)
                                .keyConditionExpression("#subject = :day")
                                .expressionAttributeNames(Map.of("#subject", AccountsTable.SUBJECT))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":day",
                                                Attributes.text(
                                                        "audit#" + LocalDate.now(ZoneOffset.UTC)))))
                .items()
                .stream()
                .toList();
    }

    List<String> actions() {
        return events().stream().map(event -> Attributes.requiredText(event, "action")).toList();
    }

    List<String> actionsOf(String actor) {
        return events().stream()
                .filter(event ->
                        Attributes.optionalText(event, "actor").filter(actor::equals).isPresent())
                .map(event -> Attributes.requiredText(event, "action"))
                .toList();
    }

    String text() {
        return events().toString();
    }
}
