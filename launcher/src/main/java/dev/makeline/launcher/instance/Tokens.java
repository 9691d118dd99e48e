package dev.makeline.launcher.instance;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Bearer tokens of the person who runs an instance: kept in its accounts table as a hash.
public final class Tokens {

    private final RunningInstance instance;

    public Tokens(RunningInstance instance) {
        this.instance = instance;
    }

    /// @param name who will hold it, for people and logs
    /// @return the token, which nothing can show again
    /// @throws CannotProceedException when the instance's store does not answer
    public String issue(String name, Duration validity) {
        String secret = AccessToken.newSecret();
        Instant now = Instant.now();
        AccessToken token =
                AccessToken.of(
                        secret, name, Scope.ofOperator(), now, Optional.of(now.plus(validity)));
        try (DynamoDbClient dynamoDb = LocalClients.dynamoDb(instance.ports())) {
            dynamoDb.putItem(put -> put.tableName(AccountsTable.NAME).item(token.toItem()));
            return secret;
        } catch (SdkException e) {
            throw CannotProceedException.refused(
                    "The token cannot be written to the instance with pid %d, which may still be starting (%s): look at ./makeline status and try again."
                            .formatted(instance.pid(), e.getMessage()));
        }
    }

    /// Ends a token before its time.
    public void revoke(String secret) {
        try (DynamoDbClient dynamoDb = LocalClients.dynamoDb(instance.ports())) {
            dynamoDb.deleteItem(delete ->
                    delete.tableName(AccountsTable.NAME)
                            .key(AccountsTable.tokenKey(AccessToken.hash(secret))));
        } catch (SdkException e) {
            // It ends by itself; whoever revokes early is leaving anyway.
            return;
        }
    }
}
