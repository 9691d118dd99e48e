package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Who administers, kept so that somebody always does: each active administrator has a row, and
/// whoever stops being one does so on the condition that another's is still there, in the same
/// transaction. Two who stop at once cannot both rely on the other. Thread-safe.
@Singleton
final class Administrators {

    sealed interface Change {

        record Changed(Account account) implements Change {}

        record IsLast() implements Change {}

        record Unknown() implements Change {}
    }

    private static final int ATTEMPTS = 5;

    private final DynamoDbClient dynamoDb;
    private final AccountStore accounts;
    private final AccountChanges changes;

    Administrators(DynamoDbClient dynamoDb, AccountStore accounts, AccountChanges changes) {
        this.dynamoDb = dynamoDb;
        this.accounts = accounts;
        this.changes = changes;
    }

    boolean areThere() {
        return !some().isEmpty();
    }

    /// Gives an account a role and a state. Disabling ends its tokens for good.
    ///
    /// @param role empty leaves it
    /// @param isActive empty leaves it
    /// @param record rows of the audit log
    Change change(
            UserId user,
            Optional<Role> role,
            Optional<Boolean> isActive,
            List<TransactWriteItem> record) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Account> found = accounts.find(user);
            if (found.isEmpty()) {
                return new Change.Unknown();
            }
            Account before = found.get();
            Role newRole = role.orElse(before.role());
            boolean newState = isActive.orElse(before.isActive());
            Optional<List<TransactWriteItem>> rows =
                    rows(
                            user,
                            isAdministrator(before.role(), before.isActive()),
                            isAdministrator(newRole, newState));
            if (rows.isEmpty()) {
                return new Change.IsLast();
            }
            List<TransactWriteItem> also =
                    Stream.concat(rows.get().stream(), record.stream()).toList();
            if (changes.write(before, attributes(newRole, newState), also)) {
                return new Change.Changed(accounts.find(user).orElse(before));
            }
        }
        throw new UnavailableException("An account is being changed by many at once");
    }

    private Map<String, AttributeValue> attributes(Role role, boolean isActive) {
        Map<String, AttributeValue> set = new HashMap<>();
        set.put(AccountsTable.ROLE, text(role.label()));
        set.put(
                AccountsTable.STATE,
                text(isActive ? AccountsTable.ACTIVE : AccountsTable.DISABLED));
        return isActive ? set : changes.withTokensEnded(set);
    }

    /// Empty when nobody else would be left.
    private Optional<List<TransactWriteItem>> rows(UserId user, boolean was, boolean becomes) {
        Map<String, AttributeValue> own = AccountKeys.administrator(user);
        if (was == becomes) {
            return Optional.of(List.of());
        }
        if (becomes) {
            Put row = Put.builder().tableName(AccountsTable.NAME).item(own).build();
            return Optional.of(List.of(TransactWriteItem.builder().put(row).build()));
        }
        return some().stream()
                .filter(other -> !other.equals(user))
                .findFirst()
                .map(other -> {
                    List<TransactWriteItem> writes = new ArrayList<>();
                    writes.add(AtomicWrites.delete(own));
                    writes.add(AtomicWrites.exists(AccountKeys.administrator(other)));
                    return writes;
                });
    }

    private static boolean isAdministrator(Role role, boolean isActive) {
        return role == Role.ADMIN && isActive;
    }

    /// Two are enough to know whether there is another.
    private List<UserId> some() {
        return dynamoDb
                .query(query ->
                        query.tableName(AccountsTable.NAME)
                                .consistentRead(true)
                                .limit(2)
                                .keyConditionExpression("#subject = :administrators")
                                .expressionAttributeNames(Map.of("#subject", AccountsTable.SUBJECT))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":administrators",
                                                text(AccountKeys.ADMINISTRATORS))))
                .items()
                .stream()
                .map(row -> new UserId(requiredText(row, AccountsTable.PART)))
                .toList();
    }
}
