package dev.makeline.server.page.file;

import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.intake.FileSending;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileAnswers;
import dev.makeline.server.file.store.FileObjects;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.file.upload.UploadCompletion;
import dev.makeline.server.request.EntityTag;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Reads what the page of a file shows. Thread-safe; blocking.
@Singleton
final class FileView {

    private static final int VERSIONS = 50;

    private final FileAccess access;
    private final FileStore store;
    private final FileObjects objects;
    private final FileAnswers answers;
    private final FileSending sending;
    private final UploadCompletion completion;

    FileView(
            FileAccess access,
            FileStore store,
            FileObjects objects,
            FileAnswers answers,
            FileSending sending,
            UploadCompletion completion) {
        this.access = access;
        this.store = store;
        this.objects = objects;
        this.answers = answers;
        this.sending = sending;
        this.completion = completion;
    }

    /// Completes an upload whose content has come.
    void complete(HttpRequest<?> request, String fileId) {
        StoredFile file = access.require(request, Action.CHANGE, fileId);
        if (file.state() == FileState.PENDING) {
            store.upload(file.id(), file.upload()).ifPresent(completion::complete);
        }
    }

    FilePage of(HttpRequest<?> request, String fileId) {
        StoredFile file = access.require(request, Action.SEE, fileId);
        Caller caller = Caller.of(request);
        Rights rights = Rights.of(caller, file.owner());
        return new FilePage(
                answers.item(file),
                EntityTag.of(file.edition()),
                new FilePage.Naming(file.name(), file.description(), Optional.empty()),
                text(file),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                file.versions() == 0
                        ? List.of()
                        : store.versions(file.id(), Optional.empty(), VERSIONS).items(),
                sending.state(file, file.versions()),
                rights.mayWrite(),
                Rights.mayDelete(caller, file.owner()),
                rights.maySend(),
                rights.mayRun());
    }

    private Optional<TextContent> text(StoredFile file) {
        if (!file.isLive() || !TextContent.isOf(file.claim().mediaType(), file.claim().size())) {
            return Optional.empty();
        }
        try (InputStream content = objects.open(file.currentVersion())) {
            return TextContent.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The content cannot be read", e);
        }
    }
}
