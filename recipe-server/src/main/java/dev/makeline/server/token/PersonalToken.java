package dev.makeline.server.token;

import dev.makeline.protocol.FamilyId;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A token that a person made for a program, as its owner sees it.
///
/// @param sha256Hex of the secret
/// @param prefix the secret's first characters, to tell which one a program holds
/// @param createdAt UTC
/// @param lastUsedAt UTC, to the minute or so; empty when it never was
record PersonalToken(
        FamilyId id,
        UserId holder,
        String sha256Hex,
        String prefix,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt) {

    PersonalToken {
        scopes = Set.copyOf(scopes);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
