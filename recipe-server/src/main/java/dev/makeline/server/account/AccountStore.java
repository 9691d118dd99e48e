package dev.makeline.server.account;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Accounts in the accounts table. Thread-safe.
@Singleton
public final class AccountStore {

    private final DynamoDbClient dynamoDb;

    AccountStore(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    public Optional<Account> find(UserId user) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME)
                                .key(AccountsTable.userKey(user, AccountsTable.PROFILE_PART))
                                .consistentRead(true));
        return response.hasItem()
                ? Optional.of(AccountRows.fromItem(response.item()))
                : Optional.empty();
    }
}
