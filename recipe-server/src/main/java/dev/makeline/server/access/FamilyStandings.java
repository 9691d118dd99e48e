package dev.makeline.server.access;

import dev.makeline.protocol.FamilyKey;
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

    private final RememberedRows<FamilyKey, FamilyStanding> rows;

    FamilyStandings(
            DynamoDbClient dynamoDb,
            AccessSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.rows =
                new RememberedRows<>(
                        dynamoDb, settings, executor, FamilyKey::toKey, FamilyStanding::fromItem);
    }

    /// Never blocks; the future fails when DynamoDB does.
    CompletableFuture<Optional<FamilyStanding>> find(FamilyKey family) {
        return rows.find(family);
    }

    /// To be called by whoever changed or ended it.
    public void forget(FamilyKey family) {
        rows.forget(family);
    }
}
