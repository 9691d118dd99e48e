package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.password.PasswordHash;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Accounts in the accounts table: made and found. Thread-safe.
@Singleton
public final class AccountStore {

    sealed interface Creation {

        record Created() implements Creation {}

        record Taken(boolean isUsername, boolean isEmail) implements Creation {}
    }

    /// Nobody's: what is read where a person is not found, so that the reading takes as long.
    static final UserId NOBODY = new UserId("0".repeat(26));

    private static final int USERNAME_WRITE = 1;
    private static final int EMAIL_WRITE = 2;
    private static final Duration DECOYS_KEPT = Duration.ofHours(1);

    private final DynamoDbClient dynamoDb;
    private final Transactions transactions;
    private final InstantSource clock;

    AccountStore(DynamoDbClient dynamoDb, Transactions transactions, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Account> find(UserId user) {
        return row(AccountKeys.profile(user)).map(AccountRows::fromItem);
    }

    Optional<Credentials> credentials(UserId user) {
        return row(AccountKeys.profile(user)).map(AccountRows::credentials);
    }

    /// By username or e-mail address, in any spelling that counts as the same. Reads as often when
    /// there is none.
    Optional<Credentials> findByLoginName(String loginName) {
        return credentials(holder(LoginName.claim(loginName)).orElse(NOBODY));
    }

    Optional<Account> findByEmail(EmailAddress email) {
        return holder(AccountKeys.email(email.folded())).flatMap(this::find);
    }

    /// Atomic: of many who claim a username or address at once, one gets it. Takes as many reads
    /// and writes when one is taken.
    Creation create(Account account, PasswordHash password, List<TransactWriteItem> also) {
        Map<String, AttributeValue> username =
                AccountKeys.username(Username.fold(account.username()));
        Map<String, AttributeValue> email = AccountKeys.email(EmailAddress.fold(account.email()));
        boolean usernameTaken = holder(username).isPresent();
        boolean emailTaken = holder(email).isPresent();
        if (usernameTaken || emailTaken) {
            transactions.write(decoys(AccountRows.toItem(account, password)));
            return new Creation.Taken(usernameTaken, emailTaken);
        }
        List<TransactWriteItem> writes = rows(account, password, username, email);
        writes.addAll(also);
        Set<Integer> unmet = transactions.write(writes);
        return unmet.isEmpty()
                ? new Creation.Created()
                : new Creation.Taken(unmet.contains(USERNAME_WRITE), unmet.contains(EMAIL_WRITE));
    }

    private static List<TransactWriteItem> rows(
            Account account,
            PasswordHash password,
            Map<String, AttributeValue> username,
            Map<String, AttributeValue> email) {
        Map<String, AttributeValue> holder =
                Map.of(AccountKeys.USER_ID, text(account.id().value()));
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(Transactions.putNew(AccountRows.toItem(account, password)));
        writes.add(Transactions.putNew(Transactions.row(username, holder)));
        writes.add(Transactions.putNew(Transactions.row(email, holder)));
        writes.add(Transactions.putNew(AccountKeys.person(account.id())));
        if (account.role() == Role.ADMIN) {
            writes.add(Transactions.putNew(AccountKeys.administrator(account.id())));
        }
        return writes;
    }

    /// As many rows as an account takes, which nobody reads.
    private List<TransactWriteItem> decoys(Map<String, AttributeValue> profile) {
        AttributeValue end = number(clock.instant().plus(DECOYS_KEPT).getEpochSecond());
        List<TransactWriteItem> writes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, AttributeValue> row =
                    Transactions.row(
                            AccountKeys.key("decoy#" + UUID.randomUUID(), "decoy"),
                            Map.of(AccountsTable.TIME_TO_LIVE, end));
            if (i == 0) {
                row.put("unused", text("-".repeat(profile.toString().length() / 4)));
            }
            writes.add(Transactions.putNew(row));
        }
        return writes;
    }

    private Optional<UserId> holder(Map<String, AttributeValue> claim) {
        return row(claim).map(row -> new UserId(requiredText(row, AccountKeys.USER_ID)));
    }

    private Optional<Map<String, AttributeValue>> row(Map<String, AttributeValue> key) {
        var response =
                dynamoDb.getItem(
                        get -> get.tableName(AccountsTable.NAME).key(key).consistentRead(true));
        return response.hasItem() ? Optional.of(response.item()) : Optional.empty();
    }
}
