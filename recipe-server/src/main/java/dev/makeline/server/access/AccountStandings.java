package dev.makeline.server.access;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// How people's accounts stand, remembered for as long as tokens are: a change of role or state
/// works at once on the server that made it, and on the others after that time. Thread-safe.
@Singleton
public final class AccountStandings {

    private final RememberedRows<UserId, AccountStanding> rows;

    AccountStandings(
            DynamoDbClient dynamoDb,
            AccessSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.rows =
                new RememberedRows<>(
                        dynamoDb,
                        settings,
                        executor,
                        user -> AccountsTable.userKey(user, AccountsTable.PROFILE_PART),
                        AccountStanding::fromItem);
    }

    /// Never blocks; the future fails when DynamoDB does.
    CompletableFuture<Optional<AccountStanding>> find(UserId user) {
        return rows.find(user);
    }

    /// To be called by whoever changed the account.
    public void forget(UserId user) {
        rows.forget(user);
    }
}
