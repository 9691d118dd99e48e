package dev.makeline.server.audit;

import java.time.Instant;
import java.util.Optional;

/// Which events are asked for.
///
/// @param actor and target as they are shown
/// @param from UTC, inclusive
/// @param until UTC, exclusive
public record AuditQuery(
        Optional<AuditAction> action,
        Optional<String> actor,
        Optional<String> target,
        Instant from,
        Instant until) {

    public AuditQuery {
        actor = AuditEvent.kept(actor);
        target = AuditEvent.kept(target);
    }
}
