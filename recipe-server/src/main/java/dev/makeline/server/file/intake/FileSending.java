package dev.makeline.server.file.intake;

import dev.makeline.protocol.DocumentKind;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAudit;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/// Sends the file that a request names to the intake, as far as its caller may, and puts it on
/// record. Thread-safe; blocking.
@Singleton
public final class FileSending {

    private final FileAccess access;
    private final FileIntake intake;
    private final IntakeLedger ledger;
    private final FileAudit audit;

    FileSending(FileAccess access, FileIntake intake, IntakeLedger ledger, FileAudit audit) {
        this.access = access;
        this.intake = intake;
        this.ledger = ledger;
        this.audit = audit;
    }

    /// @param as what the document is; left out, what it says itself
    /// @throws ProblemException with 403 without the right to write recipes, 422 when it is no
    ///   recipe document
    public FileIntakeItem send(HttpRequest<?> request, String fileId, Optional<DocumentKind> as) {
        StoredFile file = access.requireLive(request, Action.CHANGE, fileId);
        if (!Caller.of(request).scopes().contains(Scope.RECIPES_WRITE)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "This needs a token with the scope %s as well."
                            .formatted(Scope.RECIPES_WRITE.label()));
        }
        SentVersion sent = intake.send(file, as);
        audit.append(
                request,
                AuditAction.FILE_SENT_TO_INTAKE,
                file.id(),
                Map.of(
                        "version", Integer.toString(sent.version()),
                        "objectId", sent.object().objectId()));
        return item(sent);
    }

    /// What became of a version.
    ///
    /// @param file that the caller may see
    public FileIntakeItem state(StoredFile file, int version) {
        return intake.find(file, version)
                .map(this::item)
                .orElseGet(() -> FileIntakeItem.notSent(file.id(), version));
    }

    private FileIntakeItem item(SentVersion sent) {
        return FileIntakeItem.of(sent, ledger.find(sent.object().objectId()));
    }
}
