package dev.makeline.server.token;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The rows of one kind in a person's partition, in the order of their ids.
final class PersonRows {

    private PersonRows() {}

    /// Blocks. There are few of a kind; their bound is set where they are made.
    static List<Map<String, AttributeValue>> read(
            DynamoDbClient dynamoDb, UserId user, String prefix) {
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(AccountsTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression(
                                        "#subject = :user AND begins_with(#part, :prefix)")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#subject",
                                                AccountsTable.SUBJECT,
                                                "#part",
                                                AccountsTable.PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":user",
                                                text(AccountsTable.userPartition(user)),
                                                ":prefix",
                                                text(prefix))))
                .items()
                .stream()
                .toList();
    }
}
