package dev.makeline.server.access;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.FamilyKey;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Keeps when a log in or personal token was last used, to the minute, so that a busy client costs
/// one write a minute. Thread-safe. A use that could not be kept is kept with a later one.
@Singleton
final class LastUse {

    private static final Duration EXACT_TO = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(LastUse.class);

    private final DynamoDbClient dynamoDb;
    private final FamilyStandings standings;
    private final ExecutorService executor;
    private final Set<FamilyKey> underWay = ConcurrentHashMap.newKeySet();

    LastUse(
            DynamoDbClient dynamoDb,
            FamilyStandings standings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.dynamoDb = dynamoDb;
        this.standings = standings;
        this.executor = executor;
    }

    /// Returns at once.
    void keep(FamilyKey family, FamilyStanding standing, Instant now) {
        if (now.isBefore(standing.lastUsedAt().plus(EXACT_TO)) || !underWay.add(family)) {
            return;
        }
        executor.execute(() -> write(family, now));
    }

    private void write(FamilyKey family, Instant now) {
        try {
            dynamoDb.updateItem(update ->
                    update.tableName(AccountsTable.NAME)
                            .key(family.toKey())
                            .updateExpression("SET #used = :now")
                            .conditionExpression("attribute_exists(#part)")
                            .expressionAttributeNames(
                                    Map.of(
                                            "#used",
                                            AccountsTable.LAST_USED_AT,
                                            "#part",
                                            AccountsTable.PART))
                            .expressionAttributeValues(Map.of(":now", text(now.toString()))));
        } catch (ConditionalCheckFailedException _) {
            // It ended meanwhile, which the next request finds.
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("The last use of a token could not be kept");
        } finally {
            standings.forget(family);
            underWay.remove(family);
        }
    }
}
