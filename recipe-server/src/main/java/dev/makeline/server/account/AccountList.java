package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.BatchRead;
import dev.makeline.protocol.UserId;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Everybody, the newest first. Thread-safe.
@Singleton
final class AccountList {

    private final DynamoDbClient dynamoDb;

    AccountList(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// @param after the id that the page before ended with
    List<Account> newest(Optional<String> after, int limit) {
        List<UserId> ids = ids(after, limit);
        List<Account> accounts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BatchRead.MOST_KEYS) {
            accounts.addAll(
                    accounts(ids.subList(from, Math.min(ids.size(), from + BatchRead.MOST_KEYS))));
        }
        accounts.sort(Comparator.comparing(Account::id).reversed());
        return accounts;
    }

    private List<UserId> ids(Optional<String> after, int limit) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":people", text(AccountKeys.PEOPLE));
        after.ifPresent(id -> values.put(":after", text(id)));
        Map<String, String> names = new HashMap<>();
        names.put("#subject", AccountsTable.SUBJECT);
        after.ifPresent(_ -> names.put("#part", AccountsTable.PART));
        return dynamoDb
                .query(query ->
                        query.tableName(AccountsTable.NAME)
                                .scanIndexForward(false)
                                .limit(limit)
                                .keyConditionExpression(
                                        "#subject = :people"
                                                + after.map(_ -> " AND #part < :after").orElse(""))
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values))
                .items()
                .stream()
                .map(row -> new UserId(requiredText(row, AccountsTable.PART)))
                .toList();
    }

    private List<Account> accounts(List<UserId> ids) {
        return BatchRead.rows(
                        dynamoDb,
                        AccountsTable.NAME,
                        KeysAndAttributes.builder()
                                .keys(ids.stream().map(AccountKeys::profile).toList())
                                .build(),
                        left ->
                                new UnavailableException(
                                        "DynamoDB does not read %d accounts of a page"
                                                .formatted(left)))
                .stream()
                .map(AccountRows::fromItem)
                .toList();
    }
}
