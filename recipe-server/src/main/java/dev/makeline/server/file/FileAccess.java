package dev.makeline.server.file;

import dev.makeline.protocol.FileId;
import dev.makeline.server.access.Authority;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Authority.Decision;
import dev.makeline.server.access.Caller;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/// Finds the file that a request names, as far as the caller may do with it what the request wants.
/// Thread-safe.
@Singleton
public final class FileAccess {

    private final FileStore store;
    private final FileAudit audit;

    FileAccess(FileStore store, FileAudit audit) {
        this.store = store;
        this.audit = audit;
    }

    /// @throws ProblemException with 404 for a file that is not there or that the caller may not
    ///   know of, in the same words; with 403 for one that the caller may only see
    public StoredFile require(HttpRequest<?> request, Action action, String fileId) {
        StoredFile file =
                FileId.parse(fileId).flatMap(store::find).orElseThrow(() -> unknown(fileId));
        return switch (Authority.decide(Caller.of(request), action, file.owner())) {
            case Decision.Allowed() -> file;
            case Decision.Refused(String reason) ->
                    throw refused(request, file, Problem.of(ProblemType.FORBIDDEN, reason));
            case Decision.Hidden() -> {
                ProblemException hidden = unknown(fileId);
                tell(request, file, 404);
                throw hidden;
            }
        };
    }

    /// The same for a file that has content and was not deleted.
    ///
    /// @throws ProblemException with 409 otherwise
    public StoredFile requireLive(HttpRequest<?> request, Action action, String fileId) {
        StoredFile file = require(request, action, fileId);
        if (!file.isLive()) {
            throw notLive(file);
        }
        return file;
    }

    public static ProblemException notLive(StoredFile file) {
        String detail =
                switch (file.state()) {
                    case PENDING -> "This file's content has not come yet.";
                    case REFUSED ->
                            "This file's content was refused: "
                                    + file.reason().orElse("it did not fit what was announced.");
                    case TRASH -> "This file is in the trash; restore it first.";
                    case LIVE -> "This file has changed meanwhile.";
                };
        return new ProblemException(ProblemType.FILE_STATE_CONFLICT, detail);
    }

    public static ProblemException unknown(String fileId) {
        return new ProblemException(
                ProblemType.FILE_NOT_FOUND,
                "There is no file '%s'.".formatted(FileTexts.shown(fileId)));
    }

    private ProblemException refused(HttpRequest<?> request, StoredFile file, Problem problem) {
        tell(request, file, problem.status());
        return new ProblemException(problem);
    }

    private void tell(HttpRequest<?> request, StoredFile file, int status) {
        audit.append(
                request,
                AuditAction.ACCESS_REFUSED,
                Optional.of(file.id()),
                Map.of(
                        "method", request.getMethodName(),
                        "path", FileTexts.shown(request.getPath()),
                        "status", Integer.toString(status)));
    }
}
