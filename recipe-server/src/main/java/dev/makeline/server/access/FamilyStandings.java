package dev.makeline.server.access;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.server.memory.SharedLoads;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// How log ins and personal tokens stand, remembered for as long as tokens are: an end works at
/// once on the server that made it, and on the others after that time. Thread-safe.
@Singleton
public final class FamilyStandings {

    private final DynamoDbClient dynamoDb;
    private final SharedLoads<FamilyKey, Optional<FamilyStanding>> loads;

    FamilyStandings(
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
    CompletableFuture<Optional<FamilyStanding>> find(FamilyKey family) {
        return loads.get(family);
    }

    /// To be called by whoever changed or ended it.
    public void forget(FamilyKey family) {
        loads.forget(family);
    }

    private Optional<FamilyStanding> load(FamilyKey family) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME).key(family.toKey()).consistentRead(true));
        return response.hasItem()
                ? Optional.of(FamilyStanding.fromItem(response.item()))
                : Optional.empty();
    }
}
