package dev.makeline.server.account;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Role;
import dev.makeline.server.access.AccountStandings;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.problem.UnavailableException;
import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Takes an account away with everything that is kept of the person. In steps that can each be the
/// last one before a crash: the person then still has the account and deletes it again.
/// Thread-safe.
@Singleton
final class AccountDeletion {

    sealed interface Outcome {

        record Deleted() implements Outcome {}

        record IsLastAdministrator() implements Outcome {}
    }

    private final DynamoDbClient dynamoDb;
    private final Administrators administrators;
    private final AccountStore accounts;
    private final AccountChanges changes;
    private final AtomicWrites transactions;
    private final AccountStandings standings;
    private final ApplicationEventPublisher<AccountDeleted> events;

    AccountDeletion(
            DynamoDbClient dynamoDb,
            Administrators administrators,
            AccountStore accounts,
            AccountChanges changes,
            AtomicWrites transactions,
            AccountStandings standings,
            ApplicationEventPublisher<AccountDeleted> events) {
        this.dynamoDb = dynamoDb;
        this.administrators = administrators;
        this.accounts = accounts;
        this.changes = changes;
        this.transactions = transactions;
        this.standings = standings;
        this.events = events;
    }

    /// @param record rows of the audit log, written when the account goes
    Outcome delete(Account account, List<TransactWriteItem> record) {
        if (account.role() == Role.ADMIN
                && administrators.change(
                                account.id(), Optional.of(Role.USER), Optional.empty(), List.of())
                        instanceof Administrators.Change.IsLast) {
            return new Outcome.IsLastAdministrator();
        }
        accounts.find(account.id()).ifPresent(one -> deleteOne(one, record));
        return new Outcome.Deleted();
    }

    private void deleteOne(Account account, List<TransactWriteItem> record) {
        if (!changes.endTokens(account)) {
            throw new UnavailableException("An account changed while it was being deleted");
        }
        events.publishEvent(new AccountDeleted(account.id()));
        otherRows(account)
                .forEach(key ->
                        dynamoDb.deleteItem(
                                delete -> delete.tableName(AccountsTable.NAME).key(key)));
        List<TransactWriteItem> writes = new ArrayList<>(record);
        writes.add(AtomicWrites.delete(AccountKeys.username(Username.fold(account.username()))));
        writes.add(AtomicWrites.delete(AccountKeys.email(EmailAddress.fold(account.email()))));
        writes.add(AtomicWrites.delete(AccountKeys.person(account.id())));
        writes.add(AtomicWrites.delete(AccountKeys.profile(account.id())));
        transactions.write(writes);
        standings.forget(account.id());
    }

    /// Keys of what stands in the person's partition beside the profile.
    private List<Map<String, AttributeValue>> otherRows(Account account) {
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(AccountsTable.NAME)
                                .keyConditionExpression("#subject = :person")
                                .projectionExpression("#subject, #part")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#subject", AccountsTable.SUBJECT,
                                                "#part", AccountsTable.PART))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":person",
                                                text(AccountsTable.userPartition(account.id())))))
                .items()
                .stream()
                .filter(key -> !key.equals(AccountKeys.profile(account.id())))
                .toList();
    }
}
