package dev.makeline.server.access;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import dev.makeline.server.memory.SharedLoads;
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

    private final DynamoDbClient dynamoDb;
    private final SharedLoads<UserId, Optional<AccountStanding>> loads;

    AccountStandings(
            DynamoDbClient dynamoDb,
            AccessSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.dynamoDb = dynamoDb;
        this.loads =
                new SharedLoads<>(
                        this::load,
                        standing ->
                                standing.isPresent() ? settings.knownFor() : settings.unknownFor(),
                        _ -> 1,
                        settings.remembered(),
                        executor);
    }

    /// Never blocks; the future fails when DynamoDB does.
    CompletableFuture<Optional<AccountStanding>> find(UserId user) {
        return loads.get(user);
    }

    /// To be called by whoever changed the account.
    public void forget(UserId user) {
        loads.forget(user);
    }

    private Optional<AccountStanding> load(UserId user) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME)
                                .key(AccountsTable.userKey(user, AccountsTable.PROFILE_PART))
                                .consistentRead(true));
        return response.hasItem()
                ? Optional.of(AccountStanding.fromItem(response.item()))
                : Optional.empty();
    }
}
