package dev.makeline.server;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Attributes;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Accounts with a log in, put straight into the table.
record People(RunningServer server) {

    record Person(UserId id, Api api) {}

    Person user(String firstName, String lastName) {
        return of(Role.USER, firstName, lastName);
    }

    Person admin() {
        return of(Role.ADMIN, "Ada", "Admin");
    }

    private Person of(Role role, String firstName, String lastName) {
        Instant now = Instant.now();
        UserId id = UserId.next(now);
        put(profile(id, role, firstName, lastName, now));
        String secret = AccessToken.newSecret();
        AccessToken token =
                new AccessToken(
                        AccessToken.hash(secret),
                        CredentialKind.ACCESS,
                        Optional.of(id),
                        Optional.empty(),
                        "log in",
                        role.scopes(),
                        now,
                        Optional.of(now.plus(Duration.ofDays(365))));
        put(token.toItem());
        return new Person(id, new Api(server.uri(), secret));
    }

    private static Map<String, AttributeValue> profile(
            UserId id, Role role, String firstName, String lastName, Instant now) {
        Map<String, AttributeValue> item =
                new HashMap<>(AccountsTable.userKey(id, AccountsTable.PROFILE_PART));
        item.put("userId", Attributes.text(id.value()));
        item.put("username", Attributes.text(firstName));
        item.put("email", Attributes.text(firstName + "@example.com"));
        item.put("firstName", Attributes.text(firstName));
        item.put("lastName", Attributes.text(lastName));
        item.put(AccountsTable.ROLE, Attributes.text(role.label()));
        item.put(AccountsTable.STATE, Attributes.text(AccountsTable.ACTIVE));
        item.put("createdAt", Attributes.text(now.toString()));
        item.put("version", Attributes.number(1));
        return item;
    }

    private void put(Map<String, AttributeValue> item) {
        server.dynamoDb().putItem(put -> put.tableName(AccountsTable.NAME).item(item));
    }
}
