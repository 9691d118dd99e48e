package dev.makeline.server.file.upload;

import dev.makeline.server.file.ContentClaim;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.Upload;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileConditions;
import dev.makeline.server.file.store.FileObjects;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Sha256;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Contents that come with the request itself: the first of a file that waits for it, or the next
/// of one that is there. Thread-safe.
@Singleton
final class DirectContent {

    private final FileStore store;
    private final FileObjects objects;
    private final UploadStart start;
    private final Publication publication;
    private final FileSettings settings;

    DirectContent(
            FileStore store,
            FileObjects objects,
            UploadStart start,
            Publication publication,
            FileSettings settings) {
        this.store = store;
        this.objects = objects;
        this.start = start;
        this.publication = publication;
        this.settings = settings;
    }

    /// @throws ProblemException when the content cannot become a version; nothing has changed then
    StoredFile put(
            StoredFile file, Optional<String> ifMatch, Optional<String> mediaType, byte[] content) {
        if (content.length > settings.largestDirect()) {
            throw new ProblemException(
                    ProblemType.CONTENT_TOO_LARGE,
                    "Contents of up to %d bytes go through the server; send larger ones straight to the store, with the form that POST /v1/files or POST /v1/files/{fileId}/uploads answers."
                            .formatted(settings.largestDirect()));
        }
        return switch (file.state()) {
            case PENDING -> first(file, mediaType, content);
            case LIVE -> next(file, ifMatch, mediaType, content);
            case TRASH, REFUSED -> throw FileAccess.notLive(file);
        };
    }

    private StoredFile first(StoredFile file, Optional<String> mediaType, byte[] content) {
        Upload upload =
                store.upload(file.id(), file.upload())
                        .filter(Upload::isPending)
                        .orElseThrow(FileConditions::changed);
        check(upload.claim(), mediaType, content);
        return publish(upload, content);
    }

    private StoredFile next(
            StoredFile file, Optional<String> ifMatch, Optional<String> mediaType, byte[] content) {
        FileConditions.checkRequired(ifMatch, file);
        ContentClaim claim =
                new ContentClaim(
                        content.length,
                        mediaType.orElse(file.claim().mediaType()),
                        Sha256.hex(content));
        check(claim, mediaType, content);
        return publish(start.direct(file, claim), content);
    }

    private static void check(ContentClaim claim, Optional<String> mediaType, byte[] content) {
        mediaType
                .filter(type -> !type.equals(claim.mediaType()))
                .ifPresent(type -> {
                    throw refused(
                            "The file was announced as %s, but this is sent as %s."
                                    .formatted(claim.mediaType(), type));
                });
        try {
            ContentCheck.misfit(claim, new ByteArrayInputStream(content))
                    .ifPresent(reason -> {
                        throw refused(reason);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot be read", e);
        }
    }

    private StoredFile publish(Upload upload, byte[] content) {
        objects.put(upload.objectKey(), content);
        return switch (publication.publish(upload)) {
            case Completion.Published(var file) -> file;
            case Completion.Refused(var reason) -> throw refused(reason);
            case Completion.Overtaken(), Completion.NotThere() -> throw FileConditions.changed();
        };
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(ProblemType.CONTENT_REFUSED, reason);
    }
}
