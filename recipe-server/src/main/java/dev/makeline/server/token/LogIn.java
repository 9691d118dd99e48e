package dev.makeline.server.token;

import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.FamilyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One log in of a person, which lasts until it is ended, runs out, or is not used for too long.
///
/// @param kind SESSION for a browser's, else ACCESS
/// @param since UTC
/// @param lastUsedAt UTC, to the minute or so
/// @param endsAt UTC
/// @param idle how long without use it lasts; empty where that does not end it
public record LogIn(
        FamilyKey key,
        CredentialKind kind,
        Instant since,
        Instant lastUsedAt,
        Instant endsAt,
        Optional<Duration> idle,
        Client client) {

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt)
                || idle.filter(time -> !now.isBefore(lastUsedAt.plus(time))).isPresent();
    }
}
