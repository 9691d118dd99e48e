package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.AccountStandings;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.password.PasswordHash;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Changes of one account, each on the condition that nobody changed it in between. Thread-safe.
@Singleton
final class AccountChanges {

    private static final String NEXT_VERSION = ":nextVersion";

    private final DynamoDbClient dynamoDb;
    private final AtomicWrites transactions;
    private final AccountStandings standings;
    private final InstantSource clock;

    AccountChanges(
            DynamoDbClient dynamoDb,
            AtomicWrites transactions,
            AccountStandings standings,
            InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.transactions = transactions;
        this.standings = standings;
        this.clock = clock;
    }

    /// The same password, hashed at another cost; whoever changed it in between is right.
    void replaceHash(Credentials kept, PasswordHash anew) {
        try {
            dynamoDb.updateItem(update ->
                    update.tableName(AccountsTable.NAME)
                            .key(AccountKeys.profile(kept.account().id()))
                            .updateExpression("SET #password = :anew")
                            .conditionExpression("#password = :kept")
                            .expressionAttributeNames(Map.of("#password", AccountRows.PASSWORD))
                            .expressionAttributeValues(
                                    Map.of(
                                            ":anew", text(anew.text()),
                                            ":kept", text(kept.password().text()))));
        } catch (ConditionalCheckFailedException e) {
            return;
        }
    }

    /// @return whether the account was still as it is given
    boolean rename(
            Account account, String firstName, String lastName, List<TransactWriteItem> also) {
        return write(
                account, Map.of("firstName", text(firstName), "lastName", text(lastName)), also);
    }

    /// Ends all tokens that were made until now, this very request's too.
    ///
    /// @return whether the account was still as it is given
    boolean setPassword(Account account, PasswordHash password, List<TransactWriteItem> also) {
        return write(account, withTokensEnded(passwordOf(password)), also);
    }

    /// @return whether the account was still as it is given
    boolean endTokens(Account account) {
        return write(account, withTokensEnded(Map.of()), List.of());
    }

    /// @return whether the account was still as it is given, and the conditions of the other writes
    ///   were met
    boolean write(Account account, Map<String, AttributeValue> set, List<TransactWriteItem> also) {
        List<TransactWriteItem> writes = new ArrayList<>(also);
        writes.add(update(account, set));
        boolean isDone = transactions.write(writes).isEmpty();
        standings.forget(account.id());
        return isDone;
    }

    Map<String, AttributeValue> withTokensEnded(Map<String, AttributeValue> set) {
        Map<String, AttributeValue> all = new HashMap<>(set);
        all.put(AccountsTable.TOKENS_FROM, text(clock.instant().toString()));
        return all;
    }

    private static Map<String, AttributeValue> passwordOf(PasswordHash password) {
        return Map.of(AccountRows.PASSWORD, text(password.text()));
    }

    private static TransactWriteItem update(Account account, Map<String, AttributeValue> set) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        set.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        names.put("#version", AccountRows.VERSION);
        values.put(":version", number(account.version()));
        values.put(NEXT_VERSION, number(account.version() + 1));
        String expression =
                set.keySet().stream()
                        .map(name -> "#%s = :%s, ".formatted(name, name))
                        .collect(Collectors.joining("", "SET ", "#version = " + NEXT_VERSION));
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(AccountsTable.NAME)
                                .key(AccountKeys.profile(account.id()))
                                .updateExpression(expression)
                                .conditionExpression("#version = :version")
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values))
                .build();
    }

    void forget(UserId user) {
        standings.forget(user);
    }
}
