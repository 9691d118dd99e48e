package dev.makeline.server.token;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.server.atomic.AtomicWrites;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Exchanges a refresh token for a new pair, once. The row of the log in names the one refresh
/// token that is good; exchanging it is one transaction with that as its condition, so of any
/// number at once one wins. Whoever comes with a used one has a copy, or somebody else has: the log
/// in ends. Thread-safe; blocking.
@Singleton
final class Refreshing {

    sealed interface Outcome {

        record Refreshed(TokenPair tokens) implements Outcome {}

        /// @param endedNow whether the log in still lasted
        record Replayed(FamilyKey logIn, boolean endedNow) implements Outcome {}

        /// Unknown, ended, of another kind, or of an account that acts nowhere.
        record Refused() implements Outcome {}
    }

    private static final int ATTEMPTS = 5;

    /// Positions in the transaction.
    private static final int LOG_IN_WRITE = 0;

    private final DynamoDbClient dynamoDb;
    private final AtomicWrites writes;
    private final LogIns logIns;
    private final TokenSettings settings;
    private final InstantSource clock;

    Refreshing(
            DynamoDbClient dynamoDb,
            AtomicWrites writes,
            LogIns logIns,
            TokenSettings settings,
            InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.logIns = logIns;
        this.settings = settings;
        this.clock = clock;
    }

    Outcome refresh(String secret) {
        Optional<AccessToken> token = find(secret);
        Optional<FamilyKey> logIn = token.flatMap(FamilyKey::of);
        return token.isPresent() && logIn.isPresent()
                ? refresh(token.get(), logIn.get())
                : new Outcome.Refused();
    }

    private Optional<AccessToken> find(String secret) {
        String hash = AccessToken.hash(secret);
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME)
                                .key(AccountsTable.tokenKey(hash))
                                .consistentRead(true));
        return response.hasItem()
                ? Optional.of(AccessToken.fromItem(hash, response.item()))
                        .filter(token -> token.kind() == CredentialKind.REFRESH)
                        .filter(token -> !token.isExpired(clock.instant()))
                : Optional.empty();
    }

    /// Tries again when the account changed between reading it and writing.
    private Outcome refresh(AccessToken used, FamilyKey logIn) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Holder> holder =
                    Holder.find(dynamoDb, logIn.user()).filter(one -> one.admits(used));
            if (holder.isEmpty()) {
                return new Outcome.Refused();
            }
            Instant now = holder.get().startingFrom(clock.instant());
            NewTokens next =
                    NewTokens.of(
                            logIn,
                            used.scopes(),
                            now,
                            settings.accessFor(),
                            used.expiresAt().orElseThrow());
            Set<Integer> unmet = writes.write(exchange(holder.get(), logIn, used, next, now));
            if (unmet.isEmpty()) {
                return new Outcome.Refreshed(next.shown(now));
            }
            if (unmet.contains(LOG_IN_WRITE)) {
                return new Outcome.Replayed(logIn, logIns.end(logIn));
            }
        }
        throw AtomicWrites.busy();
    }

    private static List<TransactWriteItem> exchange(
            Holder holder, FamilyKey logIn, AccessToken used, NewTokens next, Instant now) {
        return List.of(
                replace(logIn, used.sha256Hex(), next.refresh().sha256Hex(), now),
                holder.isUnchanged(),
                AtomicWrites.put(next.access().toItem()),
                AtomicWrites.put(next.refresh().toItem()));
    }

    private static TransactWriteItem replace(
            FamilyKey logIn, String usedHash, String nextHash, Instant now) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(AccountsTable.NAME)
                                .key(logIn.toKey())
                                .updateExpression("SET #refresh = :next, #used = :now")
                                .conditionExpression("#refresh = :used")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#refresh",
                                                LogInRows.REFRESH,
                                                "#used",
                                                AccountsTable.LAST_USED_AT))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":next", text(nextHash),
                                                ":used", text(usedHash),
                                                ":now", text(now.toString()))))
                .build();
    }
}
