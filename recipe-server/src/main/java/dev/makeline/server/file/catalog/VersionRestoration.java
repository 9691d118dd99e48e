package dev.makeline.server.file.catalog;

import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAudit;
import dev.makeline.server.file.request.FileConditions;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/// Makes the content of an earlier version the next one, as far as the caller may. Thread-safe.
@Singleton
public final class VersionRestoration {

    private final FileAccess access;
    private final FileStore store;
    private final FileChanges changes;
    private final FileAudit audit;

    VersionRestoration(FileAccess access, FileStore store, FileChanges changes, FileAudit audit) {
        this.access = access;
        this.store = store;
        this.changes = changes;
        this.audit = audit;
    }

    /// @return the file as it is now
    /// @throws ProblemException with 404 when there is no such version, 412 when the file has
    ///   changed
    public StoredFile restore(
            HttpRequest<?> request, String fileId, String version, Optional<String> ifMatch) {
        StoredFile file = access.requireLive(request, Action.CHANGE, fileId);
        FileConditions.check(ifMatch, file);
        FileVersion earlier =
                FileVersion.number(version)
                        .flatMap(number -> store.version(file.id(), number))
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.FILE_NOT_FOUND,
                                        "The file has no such version; it has %d."
                                                .formatted(file.versions())));
        StoredFile restored = changes.restore(file, earlier).orElseThrow(FileConditions::changed);
        audit.append(
                request,
                AuditAction.FILE_CHANGED,
                file.id(),
                Map.of("what", "version", "restored", version));
        return restored;
    }
}
