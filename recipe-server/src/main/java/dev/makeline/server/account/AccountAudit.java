package dev.makeline.server.account;

import dev.makeline.protocol.UserId;
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

/// Puts what was done to accounts on record, before it is answered. Thread-safe.
@Singleton
final class AccountAudit {

    private final AuditLog log;
    private final ClientAddress addresses;
    private final InstantSource clock;

    AccountAudit(AuditLog log, ClientAddress addresses, InstantSource clock) {
        this.log = log;
        this.addresses = addresses;
        this.clock = clock;
    }

    void append(HttpRequest<?> request, AuditAction action, Optional<UserId> target) {
        append(request, action, target, Map.of());
    }

    void append(
            HttpRequest<?> request,
            AuditAction action,
            Optional<UserId> target,
            Map<String, String> details) {
        log.append(
                new AuditEvent(
                        clock.instant(),
                        action,
                        Caller.find(request).map(caller -> caller.owner().value()),
                        addresses.of(request),
                        target.map(UserId::value),
                        details));
    }

    /// What this server does at its start, without a request.
    void appendOwn(AuditAction action, UserId target) {
        log.append(
                new AuditEvent(
                        clock.instant(),
                        action,
                        Optional.of("service:recipe-server"),
                        "-",
                        Optional.of(target.value()),
                        Map.of()));
    }
}
