package dev.makeline.server.file;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalNumber;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.server.access.OwnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Files, versions and uploads as rows of the files table.
final class FileRows {

    static final String SEQUENCE = "sequence";
    static final String STATE = "state";

    private FileRows() {}

    /// @param trashKeptFor sets when a file in the trash is due
    static Map<String, AttributeValue> toItem(StoredFile file, Duration trashKeptFor) {
        Map<String, AttributeValue> item =
                new HashMap<>(FilesTable.key(file.id(), FilesTable.FILE_PART));
        item.put(FilesTable.FILE_ID, text(file.id().value()));
        item.put("ownerId", text(file.owner().value()));
        item.put("name", text(file.name()));
        item.put("description", text(file.description()));
        item.put(STATE, text(file.state().label()));
        item.put("edition", number(file.edition()));
        item.put(SEQUENCE, number(file.sequence()));
        putClaim(item, file.claim());
        item.put("versions", number(file.versions()));
        file.content().ifPresent(id -> item.put("contentId", text(id.value())));
        item.put("uploadId", text(file.upload().value()));
        file.reason().ifPresent(why -> item.put("reason", text(why)));
        item.put("keptBytes", number(file.keptBytes()));
        item.put("uploadedAt", text(file.uploadedAt().toString()));
        item.put("updatedAt", text(file.updatedAt().toString()));
        item.put(
                FilesTable.OWNER_STATE,
                text(FilesTable.ownerState(file.owner().value(), file.state().label())));
        putListing(item, file);
        file.trashedAt()
                .ifPresent(at -> {
                    item.put("trashedAt", text(at.toString()));
                    putDue(item, DueKind.TRASH, at.plus(trashKeptFor), file.id().value());
                });
        return item;
    }

    private static void putListing(Map<String, AttributeValue> item, StoredFile file) {
        item.put(FilesTable.LISTING, text(file.state().label()));
        item.put(
                FilesTable.LISTING_ORDER,
                text(FilesTable.timeOrder(file.updatedAt(), file.id().value())));
    }

    static StoredFile toFile(Map<String, AttributeValue> item) {
        return new StoredFile(
                fileId(item),
                new OwnerId(requiredText(item, "ownerId")),
                requiredText(item, "name"),
                requiredText(item, "description"),
                FileState.of(requiredText(item, STATE)).orElseThrow(),
                (int) requiredNumber(item, "edition"),
                requiredNumber(item, SEQUENCE),
                claim(item),
                (int) requiredNumber(item, "versions"),
                optionalText(item, "contentId").map(ContentId::new),
                new ContentId(requiredText(item, "uploadId")),
                optionalText(item, "reason"),
                requiredNumber(item, "keptBytes"),
                instant(item, "uploadedAt"),
                instant(item, "updatedAt"),
                optionalText(item, "trashedAt").map(Instant::parse));
    }

    static Map<String, AttributeValue> toItem(FileVersion version) {
        Map<String, AttributeValue> item =
                new HashMap<>(
                        FilesTable.key(version.file(), FilesTable.versionPart(version.number())));
        item.put("version", number(version.number()));
        item.put("contentId", text(version.content().value()));
        putClaim(item, version.claim());
        item.put("at", text(version.at().toString()));
        version.restoredFrom().ifPresent(from -> item.put("restoredFrom", number(from)));
        return item;
    }

    static FileVersion toVersion(Map<String, AttributeValue> item) {
        var restoredFrom = optionalNumber(item, "restoredFrom");
        return new FileVersion(
                fileId(item),
                (int) requiredNumber(item, "version"),
                new ContentId(requiredText(item, "contentId")),
                claim(item),
                instant(item, "at"),
                restoredFrom.isPresent()
                        ? Optional.of((int) restoredFrom.getAsLong())
                        : Optional.empty());
    }

    static Map<String, AttributeValue> toItem(Upload upload) {
        Map<String, AttributeValue> item =
                new HashMap<>(FilesTable.key(upload.file(), FilesTable.uploadPart(upload.id())));
        item.put("uploadId", text(upload.id().value()));
        item.put("ownerId", text(upload.owner().value()));
        putClaim(item, upload.claim());
        item.put("edition", number(upload.edition()));
        item.put(STATE, text(upload.state().label()));
        item.put("startedAt", text(upload.startedAt().toString()));
        item.put("dueAt", text(upload.dueAt().toString()));
        upload.reason().ifPresent(why -> item.put("reason", text(why)));
        putDue(item, DueKind.UPLOAD, upload.dueAt(), upload.id().value());
        return item;
    }

    static Upload toUpload(Map<String, AttributeValue> item) {
        return new Upload(
                fileId(item),
                new ContentId(requiredText(item, "uploadId")),
                new OwnerId(requiredText(item, "ownerId")),
                claim(item),
                (int) requiredNumber(item, "edition"),
                Upload.State.of(requiredText(item, STATE)),
                instant(item, "startedAt"),
                instant(item, "dueAt"),
                optionalText(item, "reason"));
    }

    /// The row that stands for the objects of a purged file until they are gone.
    static Map<String, AttributeValue> removal(FileId file, Instant now) {
        Map<String, AttributeValue> item =
                new HashMap<>(FilesTable.key(file, FilesTable.REMOVAL_PART));
        putDue(item, DueKind.REMOVAL, now, file.value());
        return item;
    }

    static FileId fileId(Map<String, AttributeValue> item) {
        return new FileId(requiredText(item, FilesTable.SUBJECT));
    }

    private static void putDue(
            Map<String, AttributeValue> item, DueKind kind, Instant at, String id) {
        item.put(FilesTable.DUE_KIND, text(kind.label()));
        item.put(FilesTable.DUE_ORDER, text(FilesTable.timeOrder(at, id)));
    }

    private static void putClaim(Map<String, AttributeValue> item, ContentClaim claim) {
        item.put("size", number(claim.size()));
        item.put("mediaType", text(claim.mediaType()));
        item.put("sha256", text(claim.sha256()));
    }

    private static ContentClaim claim(Map<String, AttributeValue> item) {
        return new ContentClaim(
                requiredNumber(item, "size"),
                requiredText(item, "mediaType"),
                requiredText(item, "sha256"));
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.parse(requiredText(item, name));
    }
}
