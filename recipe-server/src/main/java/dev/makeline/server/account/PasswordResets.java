package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.password.Password;
import dev.makeline.server.password.PasswordHash;
import dev.makeline.server.password.PasswordHasher;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.problem.UnavailableException;
import dev.makeline.server.request.Sha256;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Links by which people who forgot their password set a new one. The link's token is 256 random
/// bits, kept as its SHA-256, good once and not for long; any change of the account ends those that
/// are out. Thread-safe.
@Singleton
final class PasswordResets {

    sealed interface Completion {

        record Done(Account account) implements Completion {}

        /// Unknown, used, too old, or of an account that may not.
        record NoSuchLink() implements Completion {}

        record PasswordRefused(String sentence) implements Completion {}
    }

    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_TOKEN = 100;
    private static final String ENDS_AT = "endsAt";

    private final DynamoDbClient dynamoDb;
    private final AccountStore accounts;
    private final AccountChanges changes;
    private final AccountLetters letters;
    private final PasswordRules rules;
    private final PasswordHasher hasher;
    private final AccountSettings settings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    PasswordResets(
            DynamoDbClient dynamoDb,
            AccountStore accounts,
            AccountChanges changes,
            AccountLetters letters,
            PasswordRules rules,
            PasswordHasher hasher,
            AccountSettings settings,
            InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.accounts = accounts;
        this.changes = changes;
        this.letters = letters;
        this.rules = rules;
        this.hasher = hasher;
        this.settings = settings;
        this.clock = clock;
    }

    /// Returns at once; whether anybody has that address is found out afterwards.
    void ask(EmailAddress email) {
        letters.resetLink(
                email, () -> accounts.findByEmail(email).filter(Account::isActive), this::newToken);
    }

    private String newToken(Account account) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant end = clock.instant().plus(settings.resetLinkGoodFor());
        Map<String, AttributeValue> row =
                AccountKeys.row(
                        key(token),
                        Map.of(
                                AccountKeys.USER_ID,
                                text(account.id().value()),
                                AccountRows.VERSION,
                                number(account.version()),
                                ENDS_AT,
                                text(end.toString()),
                                AccountsTable.TIME_TO_LIVE,
                                number(end.getEpochSecond())));
        dynamoDb.putItem(put -> put.tableName(AccountsTable.NAME).item(row));
        return token;
    }

    /// Atomic: of two who redeem one link at once, one does.
    ///
    /// @param record rows of the audit log
    /// @throws UnavailableException when too many passwords are being hashed
    Completion complete(
            String token, Password password, Function<UserId, List<TransactWriteItem>> record) {
        Optional<Map<String, AttributeValue>> row = find(token);
        Optional<Account> found = row.flatMap(this::unchanged).filter(Account::isActive);
        if (found.isEmpty()) {
            return new Completion.NoSuchLink();
        }
        Account account = found.get();
        Optional<String> objection =
                rules.objection(password, List.of(account.username(), account.email()));
        if (objection.isPresent()) {
            return new Completion.PasswordRefused(objection.get());
        }
        PasswordHash hash =
                hasher.hash(password)
                        .orElseThrow(() ->
                                new UnavailableException("Too many passwords to hash at once"));
        List<TransactWriteItem> also = new ArrayList<>(record.apply(account.id()));
        also.add(AtomicWrites.deleteExisting(key(token)));
        if (!changes.setPassword(account, hash, also)) {
            return new Completion.NoSuchLink();
        }
        letters.passwordChanged(account);
        return new Completion.Done(account);
    }

    private Optional<Map<String, AttributeValue>> find(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME).key(key(token)).consistentRead(true));
        return Optional.of(response)
                .filter(found -> found.hasItem())
                .map(found -> found.item())
                .filter(item ->
                        clock.instant().isBefore(Instant.parse(requiredText(item, ENDS_AT))));
    }

    private Optional<Account> unchanged(Map<String, AttributeValue> row) {
        long version = requiredNumber(row, AccountRows.VERSION);
        return accounts.find(new UserId(requiredText(row, AccountKeys.USER_ID)))
                .filter(account -> account.version() == version);
    }

    private static Map<String, AttributeValue> key(String token) {
        return AccountKeys.reset(Sha256.hex(token.getBytes(US_ASCII)));
    }
}
