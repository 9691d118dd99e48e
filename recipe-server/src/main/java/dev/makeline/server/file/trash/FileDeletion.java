package dev.makeline.server.file.trash;

import dev.makeline.operations.FailPoint;
import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.FileId;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.Upload;
import dev.makeline.server.file.Usage;
import dev.makeline.server.file.store.FileObjects;
import dev.makeline.server.file.store.FileStore;
import dev.makeline.server.file.store.FileStore.Written;
import dev.makeline.server.file.store.FileTransaction;
import dev.makeline.server.notice.DeletionNotice;
import dev.makeline.server.notice.NoticeLoop;
import dev.makeline.server.notice.NoticeRows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Takes files to the trash and back, and purges them. Each change is one transaction on the
/// condition that the file is still as it was read, what puts it on record and its notice included,
/// which is told at once. Thread-safe.
@Singleton
public final class FileDeletion {

    private final FileStore store;
    private final FileObjects objects;
    private final FileSettings settings;
    private final NoticeLoop notices;
    private final InstantSource clock;

    FileDeletion(
            FileStore store,
            FileObjects objects,
            FileSettings settings,
            NoticeLoop notices,
            InstantSource clock) {
        this.store = store;
        this.objects = objects;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
    }

    /// @param file that is live
    /// @param record rows of the audit log
    /// @return what it is now; empty when it has changed meanwhile
    public Optional<StoredFile> toTrash(
            StoredFile file, OwnerId deletedBy, List<TransactWriteItem> record) {
        Instant now = now();
        StoredFile next = file.trashed(now);
        Written written =
                store.write(
                        store.transaction()
                                .replace(file, next)
                                .also(record)
                                .put(
                                        AccountsTable.NAME,
                                        notice(file, DeletionNotice.TRASH, deletedBy, now)));
        if (written != Written.DONE) {
            return Optional.empty();
        }
        notices.nudge();
        return Optional.of(next);
    }

    /// @param file that is in the trash
    /// @param record rows of the audit log
    /// @return what it is now; empty when it has changed meanwhile
    Optional<StoredFile> restore(StoredFile file, List<TransactWriteItem> record) {
        StoredFile next = file.restored();
        return store.write(store.transaction().replace(file, next).also(record)) == Written.DONE
                ? Optional.of(next)
                : Optional.empty();
    }

    /// For good, with all versions.
    ///
    /// @param file that is live or in the trash
    /// @param record rows of the audit log
    /// @return whether it is done; not when the file has changed meanwhile
    public boolean purge(StoredFile file, OwnerId deletedBy, List<TransactWriteItem> record) {
        Instant now = now();
        Written written =
                store.write(
                        store.transaction()
                                .remove(file)
                                .addRemoval(file.id(), now)
                                .use(file.owner(), Usage.purged(file))
                                .also(record)
                                .put(
                                        AccountsTable.NAME,
                                        notice(file, DeletionNotice.PURGE, deletedBy, now)));
        if (written != Written.DONE) {
            return false;
        }
        FailPoint.reach("recipe-server.after-file-purge");
        notices.nudge();
        removeRest(file.id());
        return true;
    }

    /// Takes back what never became a file: nobody is told.
    ///
    /// @param file that is pending or refused
    /// @return whether it is done; not when the file has changed meanwhile
    boolean withdraw(StoredFile file) {
        FileTransaction transaction = store.transaction().remove(file);
        Optional<Upload> pending = store.upload(file.id(), file.upload()).filter(Upload::isPending);
        pending.ifPresent(upload ->
                transaction
                        .changeUpload(
                                upload.abandoned(clock.instant().plus(settings.abandonedAfter())))
                        .use(file.owner(), Usage.released(upload)));
        if (store.write(transaction) != Written.DONE) {
            return false;
        }
        pending.ifPresent(upload -> objects.remove(upload.holdingKey()));
        return true;
    }

    /// Removes the objects and rows that a purged file left, its uploads excepted: each of those
    /// has an end of its own. Repeatable.
    public void removeRest(FileId file) {
        objects.removeAll(file);
        store.rowsOf(file).stream().filter(row -> !row.isUpload()).forEach(store::forget);
    }

    /// Written in the transaction that deletes, so that there is one for each deletion.
    private static Map<String, AttributeValue> notice(
            StoredFile file, String what, OwnerId deletedBy, Instant now) {
        return NoticeRows.toTell(
                new DeletionNotice(
                        UUID.randomUUID().toString(),
                        file.id().value(),
                        file.name(),
                        file.owner().value(),
                        deletedBy.value(),
                        now,
                        what));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
