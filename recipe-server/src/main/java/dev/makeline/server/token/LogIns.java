package dev.makeline.server.token;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.FamilyStandings;
import dev.makeline.server.account.Account;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Begins, lists and ends log ins. While the row of a log in stands, its tokens act; ending one is
/// deleting that row. Thread-safe; blocking.
@Singleton
public final class LogIns {

    private final DynamoDbClient dynamoDb;
    private final AtomicWrites writes;
    private final FamilyStandings standings;
    private final TokenSettings settings;
    private final InstantSource clock;

    LogIns(
            DynamoDbClient dynamoDb,
            AtomicWrites writes,
            FamilyStandings standings,
            TokenSettings settings,
            InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.standings = standings;
        this.settings = settings;
        this.clock = clock;
    }

    /// For a program.
    ///
    /// @param proven the account as it stood when its owner gave the proof
    /// @throws UnavailableException when the account was changed since
    public TokenPair begin(Account proven, Client client) {
        Holder holder = holder(proven);
        Instant now = holder.startingFrom(clock.instant());
        Instant end = now.plus(settings.refreshFor());
        LogIn logIn = logIn(proven, CredentialKind.ACCESS, now, end, Optional.empty(), client);
        NewTokens tokens =
                NewTokens.of(logIn.key(), proven.role().scopes(), now, settings.accessFor(), end);
        Map<String, AttributeValue> row = new HashMap<>(LogInRows.toItem(logIn));
        row.put(LogInRows.REFRESH, text(tokens.refresh().sha256Hex()));
        keep(holder, row, List.of(tokens.access(), tokens.refresh()));
        return tokens.shown(now);
    }

    /// For a browser.
    ///
    /// @return the session's secret
    /// @throws UnavailableException when the account was changed since it was proven
    public String beginSession(Account proven, Duration idle, Duration absolute, Client client) {
        Holder holder = holder(proven);
        Instant now = holder.startingFrom(clock.instant());
        Instant end = now.plus(absolute);
        LogIn logIn = logIn(proven, CredentialKind.SESSION, now, end, Optional.of(idle), client);
        String secret = AccessToken.newSecret();
        AccessToken token =
                NewTokens.token(
                        secret,
                        CredentialKind.SESSION,
                        logIn.key(),
                        proven.role().scopes(),
                        now,
                        end);
        keep(holder, LogInRows.toItem(logIn), List.of(token));
        return secret;
    }

    private Holder holder(Account proven) {
        return Holder.find(dynamoDb, proven.id())
                .filter(holder -> holder.isActive() && holder.version() == proven.version())
                .orElseThrow(LogIns::changed);
    }

    private static LogIn logIn(
            Account account,
            CredentialKind kind,
            Instant now,
            Instant end,
            Optional<Duration> idle,
            Client client) {
        FamilyKey key = FamilyKey.ofLogIn(account.id(), FamilyId.next(now));
        return new LogIn(key, kind, now, now, end, idle, client);
    }

    private void keep(Holder holder, Map<String, AttributeValue> row, List<AccessToken> tokens) {
        endOldest(holder.user());
        List<TransactWriteItem> all =
                Stream.concat(
                                Stream.of(holder.isUnchanged(), AtomicWrites.put(row)),
                                tokens.stream().map(token -> AtomicWrites.put(token.toItem())))
                        .toList();
        if (!writes.write(all).isEmpty()) {
            throw changed();
        }
    }

    private static UnavailableException changed() {
        return new UnavailableException("The account was changed during the log in");
    }

    /// So that the log ins of one person stay a list that can be read.
    private void endOldest(UserId user) {
        List<LogIn> found = all(user);
        found.stream()
                .limit(Math.max(0, found.size() - settings.mostLogIns() + 1))
                .forEach(logIn -> end(logIn.key()));
    }

    /// Those that last, the oldest first: none from before a change that ended them all at once, a
    /// new password say.
    public List<LogIn> list(UserId user) {
        Instant now = clock.instant();
        Optional<Holder> holder = Holder.find(dynamoDb, user);
        return all(user).stream()
                .filter(logIn -> !logIn.isOver(now))
                .filter(logIn -> holder.filter(one -> one.admits(logIn.since())).isPresent())
                .toList();
    }

    private List<LogIn> all(UserId user) {
        return PersonRows.read(dynamoDb, user, FamilyKey.LOG_IN).stream()
                .map(row -> LogInRows.fromItem(user, row))
                .toList();
    }

    /// Idempotent. At once on this server, on others within the time that tokens are remembered.
    ///
    /// @return whether this call ended it
    public boolean end(FamilyKey logIn) {
        boolean ended =
                dynamoDb.deleteItem(delete ->
                                delete.tableName(AccountsTable.NAME)
                                        .key(logIn.toKey())
                                        .returnValues(ReturnValue.ALL_OLD))
                        .hasAttributes();
        standings.forget(logIn);
        return ended;
    }

    /// By one of its tokens, whoever presents it.
    ///
    /// @param kind the token is expected to be of; one of another kind ends nothing
    public void endBySecret(String secret, CredentialKind kind) {
        String hash = AccessToken.hash(secret);
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME)
                                .key(AccountsTable.tokenKey(hash))
                                .consistentRead(true));
        if (response.hasItem()) {
            Optional.of(AccessToken.fromItem(hash, response.item()))
                    .filter(token -> token.kind() == kind)
                    .flatMap(FamilyKey::of)
                    .ifPresent(this::end);
        }
    }

    /// @return those that this call ended
    public List<FamilyKey> endAll(UserId user, Predicate<FamilyKey> which) {
        return all(user).stream().map(LogIn::key).filter(which).filter(this::end).toList();
    }
}
