package dev.makeline.server.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One thing that somebody did or was refused.
///
/// @param at UTC
/// @param actor whose doing: an owner id; empty when nobody is known
/// @param address of the client as the server sees it
/// @param target the id of what it was done to
/// @param details more, by name; never content, never a secret
public record AuditEvent(
        Instant at,
        AuditAction action,
        Optional<String> actor,
        String address,
        Optional<String> target,
        Map<String, String> details) {

    public AuditEvent {
        details = Map.copyOf(details);
    }
}
