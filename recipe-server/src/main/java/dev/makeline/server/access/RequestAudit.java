package dev.makeline.server.access;

import dev.makeline.protocol.Traceparent;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.audit.AuditEvent;
import dev.makeline.server.audit.AuditLog;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Puts what a request did on record, with who did it by which credential, from where, and under
/// which trace. To be called before the answer. Thread-safe.
@Singleton
public final class RequestAudit {

    /// Of a token's hash: enough to tell tokens apart, too little to look one up.
    private static final int HASH_DIGITS = 16;

    private static final String NO_ADDRESS = "-";

    private final AuditLog log;
    private final ClientAddress addresses;
    private final InstantSource clock;

    RequestAudit(AuditLog log, ClientAddress addresses, InstantSource clock) {
        this.log = log;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// Blocks until it is durable; fails when DynamoDB does.
    ///
    /// @param details never content, never a secret
    public void append(
            HttpRequest<?> request,
            AuditAction action,
            Optional<String> target,
            Map<String, String> details) {
        log.append(
                event(request, action, Caller.find(request).map(Caller::owner), target, details));
    }

    /// As [#append], where the actor is known otherwise than by a credential: a log in, say.
    public void appendFor(
            OwnerId actor,
            HttpRequest<?> request,
            AuditAction action,
            Optional<String> target,
            Map<String, String> details) {
        log.append(event(request, action, Optional.of(actor), target, details));
    }

    /// As [#append], to be written in the transaction of what was done.
    public List<TransactWriteItem> rows(
            HttpRequest<?> request,
            AuditAction action,
            Optional<String> target,
            Map<String, String> details) {
        return log.rows(
                event(request, action, Caller.find(request).map(Caller::owner), target, details));
    }

    /// As [#rows], where the actor is known otherwise than by a credential.
    public List<TransactWriteItem> rowsFor(
            OwnerId actor,
            HttpRequest<?> request,
            AuditAction action,
            Optional<String> target,
            Map<String, String> details) {
        return log.rows(event(request, action, Optional.of(actor), target, details));
    }

    /// As [#rows], of what no request waits for.
    public List<TransactWriteItem> rowsWithoutRequest(
            OwnerId actor,
            AuditAction action,
            Optional<String> target,
            Map<String, String> details) {
        return log.rows(withoutRequest(actor, action, target, details));
    }

    /// As [#append], of what no request waits for.
    public void appendWithoutRequest(
            OwnerId actor,
            AuditAction action,
            Optional<String> target,
            Map<String, String> details) {
        log.append(withoutRequest(actor, action, target, details));
    }

    private AuditEvent withoutRequest(
            OwnerId actor,
            AuditAction action,
            Optional<String> target,
            Map<String, String> details) {
        return new AuditEvent(
                clock.instant(), action, Optional.of(actor.value()), NO_ADDRESS, target, details);
    }

    AuditEvent event(
            HttpRequest<?> request,
            AuditAction action,
            Optional<OwnerId> actor,
            Optional<String> target,
            Map<String, String> details) {
        return new AuditEvent(
                clock.instant(),
                action,
                actor.map(OwnerId::value),
                addresses.of(request),
                target,
                details,
                Caller.find(request).map(RequestAudit::credential),
                TracedRequest.find(request).map(Traceparent::traceId));
    }

    /// The family where there is one: it stays the same while its tokens are rotated.
    private static String credential(Caller caller) {
        return caller.family()
                .orElseGet(() -> "sha256:" + caller.tokenHash().substring(0, HASH_DIGITS));
    }
}
