package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.atomic.AtomicWrites;
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
    private final AtomicWrites transactions;
    private final InstantSource clock;

    AccountStore(DynamoDbClient dynamoDb, AtomicWrites transactions, InstantSource clock) {
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
    ///
    /// @param also more rows of the new account, all or none
    /// @param ifTaken what to write instead, without conditions
    Creation create(
            Account account,
            PasswordHash password,
            List<TransactWriteItem> also,
            List<TransactWriteItem> ifTaken) {
        Map<String, AttributeValue> username =
                AccountKeys.username(Username.fold(account.username()));
        Map<String, AttributeValue> email = AccountKeys.email(EmailAddress.fold(account.email()));
        boolean usernameTaken = holder(username).isPresent();
        boolean emailTaken = holder(email).isPresent();
        List<TransactWriteItem> writes = rows(account, password, username, email);
        writes.addAll(also);
        if (usernameTaken || emailTaken) {
            List<TransactWriteItem> decoys =
                    decoys(AccountRows.toItem(account, password), writes.size() - ifTaken.size());
            decoys.addAll(ifTaken);
            transactions.write(decoys);
            return new Creation.Taken(usernameTaken, emailTaken);
        }
        Set<Integer> unmet = transactions.write(writes);
        if (unmet.isEmpty()) {
            return new Creation.Created();
        }
        if (!ifTaken.isEmpty()) {
            transactions.write(ifTaken);
        }
        return new Creation.Taken(unmet.contains(USERNAME_WRITE), unmet.contains(EMAIL_WRITE));
    }

    private static List<TransactWriteItem> rows(
            Account account,
            PasswordHash password,
            Map<String, AttributeValue> username,
            Map<String, AttributeValue> email) {
        Map<String, AttributeValue> holder =
                Map.of(AccountKeys.USER_ID, text(account.id().value()));
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(AtomicWrites.putNew(AccountRows.toItem(account, password)));
        writes.add(AtomicWrites.putNew(AccountKeys.row(username, holder)));
        writes.add(AtomicWrites.putNew(AccountKeys.row(email, holder)));
        writes.add(AtomicWrites.putNew(AccountKeys.person(account.id())));
        if (account.role() == Role.ADMIN) {
            writes.add(AtomicWrites.putNew(AccountKeys.administrator(account.id())));
        }
        return writes;
    }

    /// Rows which nobody reads.
    private List<TransactWriteItem> decoys(Map<String, AttributeValue> profile, int count) {
        AttributeValue end = number(clock.instant().plus(DECOYS_KEPT).getEpochSecond());
        List<TransactWriteItem> writes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, AttributeValue> row =
                    AccountKeys.row(
                            AccountKeys.key("decoy#" + UUID.randomUUID(), "decoy"),
                            Map.of(AccountsTable.TIME_TO_LIVE, end));
            if (i == 0) {
                row.put("unused", text("-".repeat(profile.toString().length() / 4)));
            }
            writes.add(AtomicWrites.putNew(row));
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
