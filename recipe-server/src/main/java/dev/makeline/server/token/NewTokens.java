package dev.makeline.server.token;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.FamilyKey;
import dev.makeline.protocol.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An access token and the refresh token for the next, made and not yet kept.
record NewTokens(
        String accessSecret, String refreshSecret, AccessToken access, AccessToken refresh) {

    private static final String NAME = "log in";

    /// @param end of the log in, which no token outlives
    static NewTokens of(
            FamilyKey family, Set<Scope> scopes, Instant now, Duration accessFor, Instant end) {
        String accessSecret = AccessToken.newSecret();
        String refreshSecret = AccessToken.newSecret();
        Instant accessEnd = now.plus(accessFor);
        return new NewTokens(
                accessSecret,
                refreshSecret,
                token(
                        accessSecret,
                        CredentialKind.ACCESS,
                        family,
                        scopes,
                        now,
                        accessEnd.isBefore(end) ? accessEnd : end),
                token(refreshSecret, CredentialKind.REFRESH, family, scopes, now, end));
    }

    static AccessToken token(
            String secret,
            CredentialKind kind,
            FamilyKey family,
            Set<Scope> scopes,
            Instant now,
            Instant end) {
        return new AccessToken(
                AccessToken.hash(secret),
                kind,
                Optional.of(family.user()),
                Optional.of(family.id().value()),
                NAME,
                scopes,
                now,
                Optional.of(end));
    }

    TokenPair shown(Instant now) {
        Instant end = access.expiresAt().orElseThrow();
        return new TokenPair(
                accessSecret, refreshSecret, "Bearer", Duration.between(now, end).toSeconds());
    }

    @Override
    public String toString() {
        return "NewTokens[hidden]";
    }
}
