package dev.makeline.server.account;

import dev.makeline.protocol.UserId;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Puts what was done to accounts on record, before it is answered. Thread-safe.
@Singleton
final class AccountAudit {

    private final RequestAudit requests;

    AccountAudit(RequestAudit requests) {
        this.requests = requests;
    }

    /// For what changes nothing: a refusal, say.
    void append(HttpRequest<?> request, AuditAction action, Optional<UserId> target) {
        requests.append(request, action, target.map(UserId::value), Map.of());
    }

    /// To be written in the transaction of the change itself, so that there is neither without the
    /// other.
    List<TransactWriteItem> rows(
            HttpRequest<?> request,
            AuditAction action,
            Optional<UserId> target,
            Map<String, String> details) {
        return requests.rows(request, action, target.map(UserId::value), details);
    }

    List<TransactWriteItem> rows(HttpRequest<?> request, AuditAction action, UserId target) {
        return rows(request, action, Optional.of(target), Map.of());
    }

    /// What this server does at its start, without a request.
    List<TransactWriteItem> ownRows(AuditAction action, UserId target) {
        return requests.rowsWithoutRequest(
                OwnerId.SERVER, action, Optional.of(target.value()), Map.of());
    }
}
