package dev.makeline.server.file.upload;

import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.FileStore;
import dev.makeline.server.file.Upload;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// What becomes of an upload that is due. Thread-safe.
@Singleton
public final class UploadSweep {

    private final FileStore store;
    private final UploadCompletion completion;
    private final Publication publication;
    private final FileSettings settings;
    private final InstantSource clock;

    UploadSweep(
            FileStore store,
            UploadCompletion completion,
            Publication publication,
            FileSettings settings,
            InstantSource clock) {
        this.store = store;
        this.completion = completion;
        this.publication = publication;
        this.settings = settings;
        this.clock = clock;
    }

    /// A pending one is completed when its content has come, and given up when its time is over;
    /// one that has ended is forgotten.
    public void sweep(Upload upload) {
        if (upload.dueAt().isAfter(clock.instant())) {
            return;
        }
        if (!upload.isPending()) {
            publication.forget(upload);
        } else if (completion.complete(upload) instanceof Completion.NotThere) {
            Instant end = upload.abandonedAt(settings.abandonedAfter());
            if (end.isAfter(clock.instant())) {
                store.write(store.transaction().changeUpload(upload.postponed(end)));
            } else {
                publication.abandon(upload);
            }
        }
    }
}
