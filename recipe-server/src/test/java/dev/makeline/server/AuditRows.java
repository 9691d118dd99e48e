package dev.makeline.server;

import static dev.makeline.protocol.Attributes.optionalText;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What the audit log holds of one person, oldest first.
final class AuditRows {

    private AuditRows() {}

    static List<Map<String, AttributeValue>> of(RunningServer server, UserId target) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Stream.of(today.minusDays(1), today)
                .flatMap(day -> rows(server, day))
                .filter(row ->
                        optionalText(row, "target").filter(target.value()::equals).isPresent())
                .toList();
    }

    private static Stream<Map<String, AttributeValue>> rows(RunningServer server, LocalDate day) {
        return server
                .dynamoDb()
                .queryPaginator(query ->
                        query.tableName(AccountsTable.NAME)
                                .keyConditionExpression("#subject = :day")
                                .expressionAttributeNames(Map.of("#subject", AccountsTable.SUBJECT))
                                .expressionAttributeValues(
                                        Map.of(":day", AttributeValue.fromS("audit#" + day))))
                .items()
                .stream();
    }
}
