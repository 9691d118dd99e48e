package dev.makeline.server.file.upload;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.file.ContentClaim;
import dev.makeline.server.file.FileConditions;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.FileStore;
import dev.makeline.server.file.FileStore.Written;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.Upload;
import dev.makeline.server.file.Usage;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Effect;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Begins uploads, within the quota of the owner, which is reserved with them. Thread-safe.
@Singleton
final class UploadStart {

    private final FileStore store;
    private final FileSettings settings;
    private final InstantSource clock;

    UploadStart(FileStore store, FileSettings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /// A new file that waits for its content; for a repeated effect, the one that is there.
    ///
    /// @throws ProblemException with 409 when the quota does not allow it
    StoredFile announce(
            OwnerId owner, String name, String description, ContentClaim claim, Effect effect) {
        Instant at = effect.at().truncatedTo(ChronoUnit.MILLIS);
        Upload upload =
                upload(
                        FileId.derived(at, "file " + effect.id()),
                        ContentId.derived(at, "content " + effect.id()),
                        owner,
                        claim,
                        0,
                        at);
        StoredFile file = StoredFile.announced(upload, name, description);
        Written written =
                store.write(
                        store.transaction()
                                .add(file)
                                .add(upload)
                                .use(owner, Usage.reserved(upload)));
        return switch (written) {
            case DONE -> file;
            case OVER_QUOTA -> throw overQuota();
            case CHANGED -> store.find(file.id()).orElseThrow(UploadStart::gone);
        };
    }

    /// The next content of a file by a form.
    ///
    /// @throws ProblemException with 409 when the quota does not allow it, 412 when the file has
    ///   changed
    Upload replace(StoredFile file, ContentClaim claim) {
        Upload upload = next(file, claim);
        Optional<StoredFile> current = Optional.of(file);
        while (current.filter(one -> one.isLive() && one.edition() == file.edition()).isPresent()) {
            StoredFile seen = current.get();
            Written written =
                    store.write(
                            store.transaction()
                                    .add(upload)
                                    .replace(seen, seen.withUpload(upload.id()))
                                    .use(file.owner(), Usage.reserved(upload)));
            switch (written) {
                case DONE -> {
                    return upload;
                }
                case OVER_QUOTA -> throw overQuota();
                case CHANGED -> current = store.find(file.id());
            }
        }
        throw FileConditions.changed();
    }

    /// The next content of a file that comes with the request itself.
    ///
    /// @throws ProblemException with 409 when the quota does not allow it
    Upload direct(StoredFile file, ContentClaim claim) {
        Upload upload = next(file, claim);
        Written written =
                store.write(
                        store.transaction().add(upload).use(file.owner(), Usage.reserved(upload)));
        return switch (written) {
            case DONE -> upload;
            case OVER_QUOTA -> throw overQuota();
            case CHANGED -> throw FileConditions.changed();
        };
    }

    private Upload next(StoredFile file, ContentClaim claim) {
        if (file.versions() >= settings.versionsPerFile()) {
            throw new ProblemException(
                    ProblemType.QUOTA_EXCEEDED,
                    "This file has %d versions, the most that a file may have; upload the content as a new file."
                            .formatted(file.versions()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return upload(file.id(), ContentId.next(now), file.owner(), claim, file.edition(), now);
    }

    /// Swept for the first time when its form is over.
    private Upload upload(
            FileId file, ContentId id, OwnerId owner, ContentClaim claim, int edition, Instant at) {
        return new Upload(
                file,
                id,
                owner,
                claim,
                edition,
                Upload.State.PENDING,
                at,
                at.plus(settings.formValidFor()),
                Optional.empty());
    }

    private ProblemException overQuota() {
        return new ProblemException(
                ProblemType.QUOTA_EXCEEDED,
                "This would pass what one owner may keep: %d MiB in all, %d files, %d uploads at once. Purge what is no longer needed, the trash included, or complete what was begun."
                        .formatted(
                                settings.bytesPerOwner() >> 20,
                                settings.filesPerOwner(),
                                settings.pendingPerOwner()));
    }

    private static ProblemException gone() {
        return new ProblemException(
                ProblemType.FILE_STATE_CONFLICT,
                "The file of this Idempotency-Key is gone; use a new key for a new file.");
    }
}
