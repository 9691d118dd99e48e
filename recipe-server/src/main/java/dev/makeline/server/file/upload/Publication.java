package dev.makeline.server.file.upload;

import dev.makeline.operations.FailPoint;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.FileAudit;
import dev.makeline.server.file.FileObjects;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.FileState;
import dev.makeline.server.file.FileStore;
import dev.makeline.server.file.FileStore.Written;
import dev.makeline.server.file.FileTransaction;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.Upload;
import dev.makeline.server.file.Usage;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Ends uploads: as a version, as refused, or as abandoned. Each is one transaction on the
/// condition that the upload is pending still, so that each upload has one end, and the quota
/// follows it. Thread-safe.
@Singleton
public final class Publication {

    private static final int ATTEMPTS = 10;
    private static final String OVERTAKEN =
            "The file was changed or deleted since this upload began.";

    private final FileStore store;
    private final FileObjects objects;
    private final FileAudit audit;
    private final FileSettings settings;
    private final InstantSource clock;

    Publication(
            FileStore store,
            FileObjects objects,
            FileAudit audit,
            FileSettings settings,
            InstantSource clock) {
        this.store = store;
        this.objects = objects;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param started whose content is checked and lies under its final key
    Completion publish(Upload started) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Upload upload = store.upload(started.file(), started.id()).orElse(started);
            Optional<StoredFile> found = store.find(started.file());
            if (!upload.isPending()) {
                return ended(upload, found);
            }
            if (found.filter(file -> awaits(file, upload)).isEmpty()) {
                return refuse(upload, OVERTAKEN);
            }
            StoredFile file = found.get();
            FileVersion version =
                    new FileVersion(
                            file.id(),
                            file.versions() + 1,
                            upload.id(),
                            upload.claim(),
                            now(),
                            Optional.empty());
            StoredFile next = file.published(version);
            Written written =
                    store.write(
                            store.transaction()
                                    .replace(file, next)
                                    .add(version)
                                    .changeUpload(upload.published(removal(upload)))
                                    .use(file.owner(), Usage.completed()));
            if (written == Written.DONE) {
                FailPoint.reach("server.file-published");
                objects.remove(upload.holdingKey());
                tellPublished(next);
                return new Completion.Published(next);
            }
        }
        throw new UnavailableException("The file is changed by others without end");
    }

    private static boolean awaits(StoredFile file, Upload upload) {
        return upload.isFirst()
                ? file.state() == FileState.PENDING
                : file.isLive() && file.edition() == upload.edition();
    }

    private void tellPublished(StoredFile file) {
        audit.append(
                AuditAction.FILE_UPLOADED,
                file.owner(),
                file.id(),
                Map.of(
                        "version", Integer.toString(file.versions()),
                        "size", Long.toString(file.claim().size()),
                        "mediaType", file.claim().mediaType()));
    }

    /// What an upload that has ended is answered with.
    static Completion ended(Upload upload, Optional<StoredFile> file) {
        return switch (upload.state()) {
            case PUBLISHED ->
                    file.<Completion>map(Completion.Published::new)
                            .orElseGet(Completion.Overtaken::new);
            case REFUSED ->
                    upload.reason().filter(reason -> !reason.equals(OVERTAKEN)).isPresent()
                            ? new Completion.Refused(upload.reason().get())
                            : new Completion.Overtaken();
            case ABANDONED -> new Completion.Overtaken();
            case PENDING -> new Completion.NotThere();
        };
    }

    /// Takes the upload and its objects away, and tells why.
    Completion refuse(Upload upload, String reason) {
        Upload refused = upload.refused(reason, removal(upload));
        if (!end(upload, refused)) {
            return store.upload(upload.file(), upload.id())
                    .map(now -> ended(now, store.find(upload.file())))
                    .orElseGet(Completion.Overtaken::new);
        }
        removeObjects(upload);
        audit.append(
                AuditAction.UPLOAD_REFUSED,
                upload.owner(),
                upload.file(),
                Map.of("reason", reason));
        return ended(refused, Optional.empty());
    }

    /// Gives up an upload that was never completed, and with the first one its file. Nothing
    /// happens when it has ended meanwhile.
    public void abandon(Upload upload) {
        Instant again = clock.instant().plus(settings.abandonedAfter());
        if (end(upload, upload.abandoned(again))) {
            FailPoint.reach("server.upload-abandoned");
            removeObjects(upload);
        }
    }

    /// Removes what came late of an upload that has ended, and its row; with a first one that was
    /// refused also the file that tells of it.
    public void forget(Upload upload) {
        removeObjects(upload);
        if (upload.state() == Upload.State.REFUSED && upload.isFirst()) {
            store.find(upload.file())
                    .filter(file -> file.state() == FileState.REFUSED)
                    .ifPresent(file -> store.write(store.transaction().remove(file)));
        }
        store.forget(FileStore.Due.of(upload));
    }

    private boolean end(Upload upload, Upload ended) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FileTransaction transaction =
                    store.transaction()
                            .changeUpload(ended)
                            .use(upload.owner(), Usage.released(upload));
            if (upload.isFirst()) {
                store.find(upload.file())
                        .filter(file -> file.state() == FileState.PENDING)
                        .ifPresent(file -> endFile(transaction, file, ended));
            }
            if (store.write(transaction) == Written.DONE) {
                return true;
            }
            if (store.upload(upload.file(), upload.id()).filter(Upload::isPending).isEmpty()) {
                return false;
            }
        }
        throw new UnavailableException("The file is changed by others without end");
    }

    private static void endFile(FileTransaction transaction, StoredFile file, Upload ended) {
        ended.reason()
                .ifPresentOrElse(
                        why -> transaction.replace(file, file.refused(why)),
                        () -> transaction.remove(file));
    }

    private void removeObjects(Upload upload) {
        objects.remove(upload.holdingKey());
        if (upload.state() != Upload.State.PUBLISHED) {
            objects.remove(upload.objectKey());
        }
    }

    /// Later than any form for the upload can still be sent.
    private Instant removal(Upload upload) {
        return upload.abandonedAt(settings.abandonedAfter().multipliedBy(2));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
