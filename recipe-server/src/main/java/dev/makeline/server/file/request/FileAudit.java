package dev.makeline.server.file.request;

import dev.makeline.protocol.FileId;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.StoredFile;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Puts on record what is done with files. Thread-safe.
@Singleton
public final class FileAudit {

    private final RequestAudit requests;

    FileAudit(RequestAudit requests) {
        this.requests = requests;
    }

    /// Durable when it returns.
    public void append(
            HttpRequest<?> request, AuditAction action, FileId file, Map<String, String> details) {
        requests.append(request, action, Optional.of(file.value()), details);
    }

    /// What no request waits for: the end of an upload.
    public void append(
            AuditAction action, OwnerId actor, FileId file, Map<String, String> details) {
        requests.appendWithoutRequest(actor, action, Optional.of(file.value()), details);
    }

    /// To be written in the transaction of the change itself.
    public List<TransactWriteItem> rows(
            HttpRequest<?> request, AuditAction action, StoredFile file) {
        return requests.rows(request, action, target(file), details(file));
    }

    /// The same for what no request waits for: the emptying of the trash.
    public List<TransactWriteItem> rows(AuditAction action, OwnerId actor, StoredFile file) {
        return requests.rowsWithoutRequest(actor, action, target(file), details(file));
    }

    private static Optional<String> target(StoredFile file) {
        return Optional.of(file.id().value());
    }

    private static Map<String, String> details(StoredFile file) {
        return Map.of("ownerId", file.owner().value());
    }
}
