package dev.makeline.server.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A personal token as its owner sees it.
///
/// @param prefix the secret's first characters
/// @param lastUsedAt to the minute or so; absent when it never was used
/// @param token the secret; only in the answer to its creation
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "PersonalToken")
public record PersonalTokenItem(
        String id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<Instant> lastUsedAt,
        String prefix,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> token) {

    static PersonalTokenItem of(PersonalToken token, Optional<String> secret) {
        return new PersonalTokenItem(
                token.id().value(),
                token.name(),
                token.scopes().stream().map(Scope::label).sorted().toList(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.prefix(),
                secret);
    }

    @Override
    public String toString() {
        return "PersonalTokenItem[" + id + ']';
    }
}
