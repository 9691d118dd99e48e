package dev.makeline.server.session;

import dev.makeline.protocol.CredentialKind;
import dev.makeline.protocol.FamilyId;
import dev.makeline.server.token.LogIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/// One of a person's log ins.
///
/// @param kind `browser` or `program`
/// @param lastUsedAt to the minute or so
/// @param endsAt at the latest
/// @param current whether it is the one that asks
@Schema(name = "Session")
public record SessionItem(
        String id,
        @Schema(example = "browser") String kind,
        Instant since,
        Instant lastUsedAt,
        Instant endsAt,
        String address,
        String userAgent,
        boolean current) {

    static SessionItem of(LogIn logIn, Optional<String> callersFamily) {
        FamilyId id = logIn.key().id();
        return new SessionItem(
                id.value(),
                logIn.kind() == CredentialKind.SESSION ? "browser" : "program",
                logIn.since(),
                logIn.lastUsedAt(),
                logIn.endsAt(),
                logIn.client().address(),
                logIn.client().userAgent(),
                callersFamily.equals(Optional.of(id.value())));
    }
}
