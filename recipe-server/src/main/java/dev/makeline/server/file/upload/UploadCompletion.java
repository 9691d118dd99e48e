package dev.makeline.server.file.upload;

import dev.makeline.operations.FailPoint;
import dev.makeline.server.file.FileObjects;
import dev.makeline.server.file.FileStore;
import dev.makeline.server.file.Upload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Checks what a form has brought, and publishes it. Repeatable: whoever calls, and however often,
/// an upload has one end. Thread-safe.
@Singleton
public final class UploadCompletion {

    private static final int PRECONDITION_FAILED = 412;

    private final FileStore store;
    private final FileObjects objects;
    private final Publication publication;

    UploadCompletion(FileStore store, FileObjects objects, Publication publication) {
        this.store = store;
        this.objects = objects;
        this.publication = publication;
    }

    public Completion complete(Upload upload) {
        if (!upload.isPending()) {
            return Publication.ended(upload, store.find(upload.file()));
        }
        return objects.find(upload.holdingKey())
                .map(object -> complete(upload, object))
                .orElseGet(Completion.NotThere::new);
    }

    /// What is checked is what is copied: both hold only for the object that was found, since its
    /// form can be sent again meanwhile.
    private Completion complete(Upload upload, FileObjects.Found object) {
        try {
            Optional<String> misfit = misfit(upload, object);
            if (misfit.isPresent()) {
                return publication.refuse(upload, misfit.get());
            }
            objects.copy(object, upload.objectKey());
        } catch (NoSuchKeyException e) {
            // Another completion was quicker.
            return store.upload(upload.file(), upload.id())
                    .map(now -> Publication.ended(now, store.find(upload.file())))
                    .orElseGet(Completion.Overtaken::new);
        } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
                return new Completion.NotThere();
            }
            throw e;
        }
        FailPoint.reach("server.file-copied");
        return publication.publish(upload);
    }

    private Optional<String> misfit(Upload upload, FileObjects.Found object) {
        if (object.size() != upload.claim().size()) {
            return Optional.of(
                    "%d bytes were announced, but %d came."
                            .formatted(upload.claim().size(), object.size()));
        }
        try (InputStream content = objects.open(object)) {
            return ContentCheck.misfit(upload.claim(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("The content cannot be read", e);
        }
    }
}
