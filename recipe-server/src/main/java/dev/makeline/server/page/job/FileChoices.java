package dev.makeline.server.page.job;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.catalog.FileList;
import dev.makeline.server.file.catalog.FileSorting;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAnswers;
import dev.makeline.server.file.request.FileItem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.request.Page;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the files that somebody may order a job on. Thread-safe; blocking.
@Singleton
final class FileChoices {

    private final FileList list;
    private final FileAccess access;
    private final FileAnswers answers;

    FileChoices(FileList list, FileAccess access, FileAnswers answers) {
        this.list = list;
        this.access = access;
        this.answers = answers;
    }

    /// @throws ProblemException with 404 for a file that is not there or not the person's
    StoredFile require(HttpRequest<?> request, String fileId) {
        return access.require(request, Action.CHANGE, fileId);
    }

    /// Empty for one that is not there, or not the person's.
    Optional<StoredFile> find(HttpRequest<?> request, String fileId) {
        try {
            return fileId.isEmpty() ? Optional.empty() : Optional.of(require(request, fileId));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /// @param named is listed however old it is
    FileChoice among(HttpRequest<?> request, Optional<StoredFile> named) {
        Page<FileItem> newest = newest(Caller.of(request));
        Optional<FileItem> other =
                named.filter(StoredFile::isLive)
                        .map(answers::item)
                        .filter(file ->
                                newest.items().stream()
                                        .noneMatch(one -> one.fileId().equals(file.fileId())));
        return new FileChoice(
                Stream.concat(other.stream(), newest.items().stream()).toList(),
                newest.nextCursor().isPresent());
    }

    private Page<FileItem> newest(Caller caller) {
        return caller.scopes().contains(Scope.FILES_READ)
                ? list.ofOwner(
                        caller.owner(),
                        FileState.LIVE,
                        "",
                        FileSorting.of(Optional.of("-updated")),
                        Page.MOST,
                        Optional.empty())
                : new Page<>(List.of(), Optional.empty());
    }
}
