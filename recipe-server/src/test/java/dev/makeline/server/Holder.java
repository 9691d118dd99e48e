package dev.makeline.server;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Somebody with an account, written as it is kept, and credentials of any kind for it.
record Holder(DynamoDbClient dynamoDb, UserId id) {

    static Holder of(RunningServer server, Role role) {
        Holder holder = new Holder(server.dynamoDb(), UserId.next(Instant.now()));
        holder.stands(role, AccountsTable.ACTIVE, Instant.EPOCH);
        return holder;
    }

    void stands(Role role, String state, Instant tokensFrom) {
        Map<String, AttributeValue> row =
                new HashMap<>(AccountsTable.userKey(id, AccountsTable.PROFILE_PART));
        String name = "holder-" + id.value();
        row.put("userId", text(id.value()));
        row.put("username", text(name));
        row.put("email", text(name + "@example.org"));
        row.put("firstName", text("Ada"));
        row.put("lastName", text("Example"));
        row.put(AccountsTable.ROLE, text(role.label()));
        row.put(AccountsTable.STATE, text(state));
        row.put(AccountsTable.TOKENS_FROM, text(tokensFrom.toString()));
        row.put("createdAt", text(Instant.now().toString()));
        row.put("version", AttributeValue.fromN("1"));
        dynamoDb.putItem(put -> put.tableName(AccountsTable.NAME).item(row));
    }

    /// Of one who logged in.
    String token() {
        return token(CredentialKind.ACCESS, Role.ADMIN.scopes(), Duration.ofMinutes(10));
    }

    String token(CredentialKind kind, Set<Scope> scopes, Duration validFor) {
        String secret = AccessToken.newSecret();
        Instant now = Instant.now();
        AccessToken token =
                new AccessToken(
                        AccessToken.hash(secret),
                        kind,
                        Optional.of(id),
                        Optional.empty(),
                        "test",
                        scopes,
                        now,
                        Optional.of(now.plus(validFor)));
        dynamoDb.putItem(put -> put.tableName(AccountsTable.NAME).item(token.toItem()));
        return secret;
    }
}
