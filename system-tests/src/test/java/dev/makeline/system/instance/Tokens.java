package dev.makeline.system.instance;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The secrets of one instance.
///
/// @param operator what `makeline token` prints: a row in the accounts table
/// @param service sender-service's own, which recipe-server gets from its environment
public record Tokens(String operator, String service) {

    static Tokens random() {
        return new Tokens(AccessToken.newSecret(), AccessToken.newSecret());
    }

    void writeTo(DynamoDbClient dynamoDb) {
        write(dynamoDb, operator, "operator", Scope.ofOperator(), Optional.empty());
    }

    static void write(
            DynamoDbClient dynamoDb,
            String secret,
            String name,
            Set<Scope> scopes,
            Optional<Instant> expiresAt) {
        AccessToken token = AccessToken.of(secret, name, scopes, Instant.now(), expiresAt);
        dynamoDb.putItem(put -> put.tableName(AccountsTable.NAME).item(token.toItem()));
    }
}
