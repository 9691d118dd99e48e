package dev.makeline.server.token;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalNumber;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.AccessTokens;
import dev.makeline.server.access.FamilyStandings;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Makes, lists and revokes the tokens that people give to programs. Thread-safe; blocking.
@Singleton
final class PersonalTokens {

    sealed interface Creation {

        /// @param secret shown once
        record Created(PersonalToken token, String secret) implements Creation {
            @Override
            public String toString() {
                return "Created[hidden]";
            }
        }

        record TooMany(int most) implements Creation {}
    }

    /// A row that each creation counts up, so that of many at once none exceeds the bound.
    private static final String CREATIONS_PART = "personal-tokens";

    private static final String CREATIONS = "creations";
    private static final int ATTEMPTS = 12;

    /// Of the secret: what all have in common and four characters more.
    private static final int PREFIX_LENGTH = AccessToken.PREFIX.length() + 4;

    private final DynamoDbClient dynamoDb;
    private final AtomicWrites writes;
    private final AccessTokens tokens;
    private final FamilyStandings standings;
    private final TokenSettings settings;
    private final InstantSource clock;

    PersonalTokens(
            DynamoDbClient dynamoDb,
            AtomicWrites writes,
            AccessTokens tokens,
            FamilyStandings standings,
            TokenSettings settings,
            InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.tokens = tokens;
        this.standings = standings;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param scopes checked to be within what the holder may do
    /// @throws UnavailableException when the account, or its tokens, are changed by many at once
    Creation create(UserId user, String name, Set<Scope> scopes, Duration lasting) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OptionalLong creations = creations(user);
            if (list(user).size() >= settings.mostPersonal()) {
                return new Creation.TooMany(settings.mostPersonal());
            }
            Holder holder =
                    Holder.find(dynamoDb, user)
                            .filter(Holder::isActive)
                            .orElseThrow(AtomicWrites::busy);
            String secret = AccessToken.newSecret();
            PersonalToken token =
                    token(
                            user,
                            secret,
                            name,
                            scopes,
                            holder.startingFrom(clock.instant()),
                            lasting);
            List<TransactWriteItem> rows =
                    List.of(
                            count(user, creations),
                            holder.isUnchanged(),
                            AtomicWrites.put(PersonalTokenRows.toItem(token)),
                            AtomicWrites.put(PersonalTokenRows.token(token).toItem()));
            if (writes.write(rows).isEmpty()) {
                return new Creation.Created(token, secret);
            }
            AtomicWrites.pause();
        }
        throw AtomicWrites.busy();
    }

    private static PersonalToken token(
            UserId user,
            String secret,
            String name,
            Set<Scope> scopes,
            Instant now,
            Duration lasting) {
        return new PersonalToken(
                FamilyId.next(now),
                user,
                AccessToken.hash(secret),
                secret.substring(0, PREFIX_LENGTH),
                name,
                scopes,
                now,
                now.plus(lasting),
                Optional.empty());
    }

    private OptionalLong creations(UserId user) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(AccountsTable.NAME)
                                .key(AccountsTable.userKey(user, CREATIONS_PART))
                                .consistentRead(true));
        return optionalNumber(response.item(), CREATIONS);
    }

    private static TransactWriteItem count(UserId user, OptionalLong before) {
        Map<String, AttributeValue> next = Map.of(":next", number(before.orElse(0) + 1));
        Map<String, AttributeValue> both =
                Map.of(":next", number(before.orElse(0) + 1), ":before", number(before.orElse(0)));
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(AccountsTable.NAME)
                                .key(AccountsTable.userKey(user, CREATIONS_PART))
                                .updateExpression("SET #creations = :next")
                                .conditionExpression(
                                        before.isPresent()
                                                ? "#creations = :before"
                                                : "attribute_not_exists(#creations)")
                                .expressionAttributeNames(Map.of("#creations", CREATIONS))
                                .expressionAttributeValues(before.isPresent() ? both : next))
                .build();
    }

    /// Those that last, the oldest first: none from before a change that ended them all at once, a
    /// new password say.
    List<PersonalToken> list(UserId user) {
        Instant now = clock.instant();
        Optional<Holder> holder = Holder.find(dynamoDb, user);
        return all(user).stream()
                .filter(token -> !token.isExpired(now))
                .filter(token -> holder.filter(one -> one.admits(token.createdAt())).isPresent())
                .toList();
    }

    private List<PersonalToken> all(UserId user) {
        return PersonRows.read(dynamoDb, user, FamilyKey.PERSONAL).stream()
                .map(row -> PersonalTokenRows.fromItem(user, row))
                .toList();
    }

    /// At once on this server, on others within the time that tokens are remembered.
    ///
    /// @return whether that person had such a token and this call revoked it
    boolean revoke(UserId user, FamilyId id) {
        return list(user).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .filter(this::revoke)
                .isPresent();
    }

    private boolean revoke(PersonalToken token) {
        FamilyKey key = PersonalTokenRows.key(token);
        boolean revoked =
                writes.write(
                                List.of(
                                        AtomicWrites.deleteExisting(key.toKey()),
                                        AtomicWrites.delete(
                                                AccountsTable.tokenKey(token.sha256Hex()))))
                        .isEmpty();
        standings.forget(key);
        tokens.forget(token.sha256Hex());
        return revoked;
    }

    /// Of somebody who leaves.
    void revokeAll(UserId user) {
        all(user).forEach(this::revoke);
        dynamoDb.deleteItem(delete ->
                delete.tableName(AccountsTable.NAME)
                        .key(AccountsTable.userKey(user, CREATIONS_PART)));
    }
}
