package dev.makeline.server.access;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Finds who presents a credential: the token, the log in that it came from, and where it acts for
/// a person, how that person's account stands. Thread-safe.
@Singleton
final class Callers {

    private final AccessTokens tokens;
    private final AccountStandings accounts;
    private final FamilyStandings families;
    private final LastUse lastUse;
    private final AccessSettings settings;
    private final InstantSource clock;

    Callers(
            AccessTokens tokens,
            AccountStandings accounts,
            FamilyStandings families,
            LastUse lastUse,
            AccessSettings settings,
            InstantSource clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.families = families;
        this.lastUse = lastUse;
        this.settings = settings;
        this.clock = clock;
    }

    /// Empty for what is unknown, ended, or presented in a way that is not its own. Never blocks;
    /// the future fails when DynamoDB does.
    ///
    /// @param isUse whether it counts as a use of the log in
    CompletableFuture<Optional<Caller>> find(Credential credential, boolean isUse) {
        return tokens.find(AccessToken.hash(credential.secret()))
                .thenCompose(found ->
                        found.filter(token -> credential.carries(token.kind()))
                                .filter(this::isInTime)
                                .map(token -> admit(token, isUse))
                                .orElseGet(Callers::nobody));
    }

    /// The clock of the server that prolongs a service's token may differ from this one's, or be
    /// set anew; what is configured here is good here.
    private boolean isInTime(AccessToken token) {
        return !token.isExpired(clock.instant()) || settings.names(token.sha256Hex());
    }

    private CompletableFuture<Optional<Caller>> admit(AccessToken token, boolean isUse) {
        return token.holder()
                .map(user -> admit(token, user, isUse))
                .orElseGet(() ->
                        CompletableFuture.completedFuture(
                                Optional.of(Caller.of(token, Role.SERVICE))));
    }

    private CompletableFuture<Optional<Caller>> admit(
            AccessToken token, UserId user, boolean isUse) {
        return accounts.find(user)
                .thenCombine(
                        isStanding(token, isUse),
                        (account, stands) ->
                                account.filter(one -> stands && one.admits(token))
                                        .map(one -> Caller.of(token, one.role())));
    }

    private CompletableFuture<Boolean> isStanding(AccessToken token, boolean isUse) {
        return FamilyKey.of(token)
                .map(family ->
                        families.find(family)
                                .thenApply(found ->
                                        found.filter(standing ->
                                                        isStanding(family, standing, isUse))
                                                .isPresent()))
                .orElseGet(() -> CompletableFuture.completedFuture(true));
    }

    private boolean isStanding(FamilyKey family, FamilyStanding standing, boolean isUse) {
        Instant now = clock.instant();
        if (standing.isOver(now)) {
            return false;
        }
        if (isUse) {
            lastUse.keep(family, standing, now);
        }
        return true;
    }

    private static CompletableFuture<Optional<Caller>> nobody() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
