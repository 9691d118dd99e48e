package dev.makeline.server.file;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.server.access.OwnerId;
import java.time.Instant;
import java.util.Optional;

/// A file as its row has it. Offers the changes that its state allows; whoever writes one does so
/// on the condition that the row is still the one that was read ([#sequence]).
///
/// @param edition counts what a reader can see change; the ETag
/// @param sequence counts every write of the row
/// @param claim of the current version, or what is announced while there is none
/// @param versions how many there are; the number of the current one
/// @param content of the current version
/// @param upload the newest upload
/// @param reason why it was refused
/// @param keptBytes of all versions together
/// @param uploadedAt UTC, when it became a file; when it was announced, before
/// @param updatedAt UTC, of the last change of content, name or description
/// @param trashedAt UTC
public record StoredFile(
        FileId id,
        OwnerId owner,
        String name,
        String description,
        FileState state,
        int edition,
        long sequence,
        ContentClaim claim,
        int versions,
        Optional<ContentId> content,
        ContentId upload,
        Optional<String> reason,
        long keptBytes,
        Instant uploadedAt,
        Instant updatedAt,
        Optional<Instant> trashedAt) {

    public static StoredFile announced(Upload upload, String name, String description) {
        return new StoredFile(
                upload.file(),
                upload.owner(),
                name,
                description,
                FileState.PENDING,
                0,
                1,
                upload.claim(),
                0,
                Optional.empty(),
                upload.id(),
                Optional.empty(),
                0,
                upload.startedAt(),
                upload.startedAt(),
                Optional.empty());
    }

    public boolean isLive() {
        return state == FileState.LIVE;
    }

    /// With the next version, whose bytes were not kept before.
    public StoredFile published(FileVersion version) {
        return withVersion(version, version.claim().size());
    }

    /// With the content of an earlier version once more.
    public StoredFile republished(FileVersion version) {
        return withVersion(version, 0);
    }

    private StoredFile withVersion(FileVersion version, long bytes) {
        return new StoredFile(
                id,
                owner,
                name,
                description,
                FileState.LIVE,
                edition + 1,
                sequence + 1,
                version.claim(),
                version.number(),
                Optional.of(version.content()),
                upload,
                Optional.empty(),
                keptBytes + bytes,
                versions == 0 ? version.at() : uploadedAt,
                version.at(),
                trashedAt);
    }

    public StoredFile withUpload(ContentId next) {
        return new StoredFile(
                id,
                owner,
                name,
                description,
                state,
                edition,
                sequence + 1,
                claim,
                versions,
                content,
                next,
                reason,
                keptBytes,
                uploadedAt,
                updatedAt,
                trashedAt);
    }

    public StoredFile described(String newName, String newDescription, Instant now) {
        return changed(newName, newDescription, state, reason, now, trashedAt);
    }

    public StoredFile refused(String why) {
        return changed(
                name, description, FileState.REFUSED, Optional.of(why), updatedAt, trashedAt);
    }

    public StoredFile trashed(Instant now) {
        return changed(name, description, FileState.TRASH, reason, updatedAt, Optional.of(now));
    }

    public StoredFile restored() {
        return changed(name, description, FileState.LIVE, reason, updatedAt, Optional.empty());
    }

    private StoredFile changed(
            String newName,
            String newDescription,
            FileState newState,
            Optional<String> newReason,
            Instant newUpdatedAt,
            Optional<Instant> newTrashedAt) {
        return new StoredFile(
                id,
                owner,
                newName,
                newDescription,
                newState,
                edition + 1,
                sequence + 1,
                claim,
                versions,
                content,
                upload,
                newReason,
                keptBytes,
                uploadedAt,
                newUpdatedAt,
                newTrashedAt);
    }

    /// Of a file that has content.
    public FileVersion currentVersion() {
        return new FileVersion(
                id, versions, content.orElseThrow(), claim, updatedAt, Optional.empty());
    }
}
