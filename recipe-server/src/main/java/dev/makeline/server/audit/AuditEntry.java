package dev.makeline.server.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An [AuditEvent] as it was found on record.
///
/// @param position where it stands among the others, the text order being the order of time
/// @param action a label, also one of a newer version that this one does not know
public record AuditEntry(
        String position,
        Instant at,
        String action,
        Optional<String> actor,
        String address,
        Optional<String> target,
        Map<String, String> details,
        Optional<String> credential,
        Optional<String> trace) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
