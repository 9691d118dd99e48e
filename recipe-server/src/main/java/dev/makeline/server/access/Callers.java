package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.Role;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Finds who presents a credential: the token, and where it acts for a person, how that person's
/// account stands. Thread-safe.
@Singleton
final class Callers {

    private final AccessTokens tokens;
    private final AccountStandings standings;
    private final InstantSource clock;

    Callers(AccessTokens tokens, AccountStandings standings, InstantSource clock) {
        this.tokens = tokens;
        this.standings = standings;
        this.clock = clock;
    }

    /// Empty for what is unknown, ended, or buys tokens only. Never blocks; the future fails when
    /// DynamoDB does.
    CompletableFuture<Optional<Caller>> find(String secret) {
        return tokens.find(AccessToken.hash(secret)).thenCompose(this::admit);
    }

    private CompletableFuture<Optional<Caller>> admit(Optional<AccessToken> found) {
        Optional<AccessToken> valid =
                found.filter(token -> !token.isExpired(clock.instant()))
                        .filter(token -> token.kind() != CredentialKind.REFRESH);
        if (valid.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        AccessToken token = valid.get();
        return token.holder()
                .map(user ->
                        standings
                                .find(user)
                                .thenApply(standing ->
                                        standing.filter(one -> one.admits(token))
                                                .map(one -> Caller.of(token, one.role()))))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(
                                Optional.of(Caller.of(token, Role.SERVICE))));
    }
}
