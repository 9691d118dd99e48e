package dev.makeline.server.file.catalog;

import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAudit;
import dev.makeline.server.file.request.FileConditions;
import dev.makeline.server.file.request.FileTexts;
import dev.makeline.server.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Names and describes a file, as far as the caller may. Thread-safe.
@Singleton
public final class FileDescription {

    private final FileAccess access;
    private final FileChanges changes;
    private final FileAudit audit;

    FileDescription(FileAccess access, FileChanges changes, FileAudit audit) {
        this.access = access;
        this.changes = changes;
        this.audit = audit;
    }

    /// What a file is called; what is empty stays as it is.
    public record Texts(Optional<String> name, Optional<String> description) {}

    /// @param wanted read when the caller may change the file
    /// @return the file as it is now
    /// @throws ProblemException with 400 when a text is none that files have, 412 when the file has
    ///   changed
    public StoredFile change(
            HttpRequest<?> request,
            String fileId,
            Optional<String> ifMatch,
            Supplier<Texts> wanted) {
        StoredFile file = access.requireLive(request, Action.CHANGE, fileId);
        FileConditions.check(ifMatch, file);
        Texts texts = wanted.get();
        StoredFile changed =
                changes.describe(
                                file,
                                texts.name().map(FileTexts::name).orElse(file.name()),
                                texts.description()
                                        .map(FileTexts::description)
                                        .orElse(file.description()))
                        .orElseThrow(FileConditions::changed);
        audit.append(
                request,
                AuditAction.FILE_CHANGED,
                file.id(),
                Map.of("what", "name and description"));
        return changed;
    }
}
