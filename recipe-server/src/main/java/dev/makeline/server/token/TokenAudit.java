package dev.makeline.server.token;

import dev.makeline.server.access.Caller;
import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.audit.AuditEvent;
import dev.makeline.server.audit.AuditLog;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Puts on record what people do with tokens and log ins. Thread-safe; returns when it is durable.
@Singleton
public final class TokenAudit {

    private final AuditLog audit;
    private final ClientAddress addresses;
    private final InstantSource clock;

    TokenAudit(AuditLog audit, ClientAddress addresses, InstantSource clock) {
        this.audit = audit;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// @param target the id of a log in or token
    /// @param details never a secret
    public void record(
            HttpRequest<?> request,
            AuditAction action,
            Optional<String> actor,
            Optional<String> target,
            Map<String, String> details) {
        audit.append(
                new AuditEvent(
                        clock.instant(), action, actor, addresses.of(request), target, details));
    }

    /// What the caller did.
    public void record(
            HttpRequest<?> request,
            AuditAction action,
            String target,
            Map<String, String> details) {
        record(
                request,
                action,
                Optional.of(Caller.of(request).owner().value()),
                Optional.of(target),
                details);
    }
}
