package dev.makeline.server.file.trash;

import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAudit;
import dev.makeline.server.file.request.FileConditions;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Deletes and restores the file that a request names, as far as its caller may, and puts it on
/// record. Thread-safe; blocking.
@Singleton
public final class FileTrash {

    private final FileAccess access;
    private final FileDeletion deletion;
    private final FileAudit audit;

    FileTrash(FileAccess access, FileDeletion deletion, FileAudit audit) {
        this.access = access;
        this.deletion = deletion;
        this.audit = audit;
    }

    /// What is deleted already stays so.
    ///
    /// @param isForGood with all versions; else to the trash
    /// @throws ProblemException with 412 when the file has changed
    public void delete(
            HttpRequest<?> request, String fileId, boolean isForGood, Optional<String> ifMatch) {
        StoredFile file = access.require(request, Action.DELETE, fileId);
        FileConditions.check(ifMatch, file);
        switch (file.state()) {
            case PENDING, REFUSED -> check(deletion.withdraw(file));
            case LIVE -> {
                if (isForGood) {
                    purge(request, file);
                } else {
                    toTrash(request, file);
                }
            }
            case TRASH -> {
                if (isForGood) {
                    purge(request, file);
                }
            }
        }
    }

    /// Takes a file back from the trash.
    ///
    /// @throws ProblemException with 409 when it is not there, 412 when the file has changed
    public StoredFile restore(HttpRequest<?> request, String fileId, Optional<String> ifMatch) {
        StoredFile file = access.require(request, Action.CHANGE, fileId);
        FileConditions.check(ifMatch, file);
        if (file.state() != FileState.TRASH) {
            throw new ProblemException(
                    ProblemType.FILE_STATE_CONFLICT, "This file is not in the trash.");
        }
        return deletion.restore(file, audit.rows(request, AuditAction.FILE_RESTORED, file))
                .orElseThrow(FileConditions::changed);
    }

    private void toTrash(HttpRequest<?> request, StoredFile file) {
        var record = audit.rows(request, AuditAction.FILE_DELETED, file);
        check(deletion.toTrash(file, by(request), record).isPresent());
    }

    private void purge(HttpRequest<?> request, StoredFile file) {
        check(
                deletion.purge(
                        file, by(request), audit.rows(request, AuditAction.FILE_PURGED, file)));
    }

    private static OwnerId by(HttpRequest<?> request) {
        return Caller.of(request).owner();
    }

    private static void check(boolean isDone) {
        if (!isDone) {
            throw FileConditions.changed();
        }
    }
}
