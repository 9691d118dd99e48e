package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.password.PasswordHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Accounts as rows of the accounts table. The password's hash stands in the same row under a name
/// of its own and never becomes part of an [Account].
final class AccountRows {

    static final String PASSWORD = "passwordHash";
    static final String VERSION = "version";

    private AccountRows() {}

    static Map<String, AttributeValue> toItem(Account account) {
        Map<String, AttributeValue> item =
                new HashMap<>(AccountsTable.userKey(account.id(), AccountsTable.PROFILE_PART));
        item.put("userId", text(account.id().value()));
        item.put("username", text(account.username()));
        item.put("email", text(account.email()));
        item.put("firstName", text(account.firstName()));
        item.put("lastName", text(account.lastName()));
        item.put(AccountsTable.ROLE, text(account.role().label()));
        item.put(
                AccountsTable.STATE,
                text(account.isActive() ? AccountsTable.ACTIVE : AccountsTable.DISABLED));
        item.put("createdAt", text(account.createdAt().toString()));
        item.put(VERSION, number(account.version()));
        return item;
    }

    static Account fromItem(Map<String, AttributeValue> item) {
        return new Account(
                new UserId(requiredText(item, "userId")),
                requiredText(item, "username"),
                requiredText(item, "email"),
                requiredText(item, "firstName"),
                requiredText(item, "lastName"),
                Role.of(requiredText(item, AccountsTable.ROLE)).orElse(Role.USER),
                requiredText(item, AccountsTable.STATE).equals(AccountsTable.ACTIVE),
                Instant.parse(requiredText(item, "createdAt")),
                requiredNumber(item, VERSION));
    }

    static Map<String, AttributeValue> toItem(Account account, PasswordHash password) {
        Map<String, AttributeValue> item = toItem(account);
        item.put(PASSWORD, text(password.text()));
        return item;
    }

    static Credentials credentials(Map<String, AttributeValue> item) {
        return new Credentials(fromItem(item), new PasswordHash(requiredText(item, PASSWORD)));
    }
}
