package dev.makeline.server.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Caller;
import dev.makeline.server.account.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/// Who the caller is.
///
/// @param sessionId of this log in
/// @param csrfToken to be sent with whatever changes something, as the header X-CSRF-Token; absent
///   where no cookie is used
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "CurrentSession")
public record CurrentSession(
        String userId,
        String username,
        String firstName,
        String lastName,
        String role,
        List<String> scopes,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> sessionId,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> csrfToken) {

    static CurrentSession of(Account account, Caller caller, Optional<String> csrfToken) {
        return new CurrentSession(
                account.id().value(),
                account.username(),
                account.firstName(),
                account.lastName(),
                caller.role().label(),
                caller.scopes().stream().map(Scope::label).sorted().toList(),
                caller.family(),
                csrfToken);
    }
}
