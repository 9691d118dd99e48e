package dev.makeline.server.file;

import dev.makeline.protocol.FileId;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.audit.AuditEvent;
import dev.makeline.server.audit.AuditLog;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Puts on record what is done with files. Thread-safe.
@Singleton
public final class FileAudit {

    /// Who empties the trash.
    public static final OwnerId SERVER = new OwnerId("service:recipe-server");

    private static final String NO_ADDRESS = "-";

    private final AuditLog log;
    private final RequestAudit requests;
    private final InstantSource clock;

    FileAudit(AuditLog log, RequestAudit requests, InstantSource clock) {
        this.log = log;
        this.requests = requests;
        this.clock = clock;
    }

    /// Durable when it returns.
    public void append(
            HttpRequest<?> request, AuditAction action, FileId file, Map<String, String> details) {
        requests.append(request, action, Optional.of(file.value()), details);
    }

    /// What no request waits for: the end of an upload, the emptying of the trash.
    public void append(
            AuditAction action, OwnerId actor, FileId file, Map<String, String> details) {
        log.append(
                new AuditEvent(
                        clock.instant(),
                        action,
                        Optional.of(actor.value()),
                        NO_ADDRESS,
                        Optional.of(file.value()),
                        details));
    }
}
