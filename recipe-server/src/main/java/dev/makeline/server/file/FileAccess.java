package dev.makeline.server.file;

import dev.makeline.protocol.FileId;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.ObjectRule;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/// Finds the file that a request names, as far as the caller may do with it what the request wants.
/// Thread-safe.
@Singleton
public final class FileAccess {

    private final FileStore store;
    private final ObjectRule rule;

    FileAccess(FileStore store, ObjectRule rule) {
        this.store = store;
        this.rule = rule;
    }

    /// @throws ProblemException with 404 for a file that is not there or that the caller may not
    ///   know of, in the same words; with 403 for one that the caller may only see
    public StoredFile require(HttpRequest<?> request, Action action, String fileId) {
        Problem absent = unknown(fileId);
        StoredFile file =
                FileId.parse(fileId)
                        .flatMap(store::find)
                        .orElseThrow(() -> new ProblemException(absent));
        rule.require(request, action, file.owner(), file.id().value(), absent);
        return file;
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

    private static Problem unknown(String fileId) {
        return Problem.of(
                ProblemType.FILE_NOT_FOUND,
                "There is no file '%s'.".formatted(FileTexts.shown(fileId)));
    }
}
