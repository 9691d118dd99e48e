package dev.makeline.server.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.server.audit.AuditEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One event of the audit log. Characters that cannot be seen are shown as `<U+hex>`.
///
/// @param at UTC
/// @param actor whose doing: a user's id, or `service:` and a token's name
/// @param address of the client
/// @param target the id of what it was done to
/// @param credential which log in or token it was done with
/// @param trace the id that the log lines of the request have
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "AuditEvent")
public record AuditItem(
        Instant at,
        @Schema(example = "access-refused") String action,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> actor,
        @Schema(example = "192.0.2.7") String address,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> target,
        Map<String, String> details,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> credential,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> trace) {

    static AuditItem of(AuditEntry entry) {
        return new AuditItem(
                entry.at(),
                entry.action(),
                entry.actor(),
                entry.address(),
                entry.target(),
                entry.details(),
                entry.credential(),
                entry.trace());
    }
}
