package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Who administers at the moment, for what all of them are told. Thread-safe.
@Singleton
public final class AdministratorAddresses {

    private final DynamoDbClient dynamoDb;
    private final AccountStore accounts;

    AdministratorAddresses(DynamoDbClient dynamoDb, AccountStore accounts) {
        this.dynamoDb = dynamoDb;
        this.accounts = accounts;
    }

    /// The active ones. Blocks.
    public List<Account> all() {
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(AccountsTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression("#subject = :administrators")
                                .expressionAttributeNames(Map.of("#subject", AccountsTable.SUBJECT))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":administrators",
                                                text(AccountKeys.ADMINISTRATORS))))
                .items()
                .stream()
                .map(row -> new UserId(requiredText(row, AccountsTable.PART)))
                .flatMap(user -> accounts.find(user).stream())
                .filter(Account::isActive)
                .toList();
    }
}
