package dev.makeline.server.file.store;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.Upload;
import dev.makeline.server.file.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The writes of one change, all or none; each on the condition that what was read is still so. Not
/// thread-safe.
public final class FileTransaction {

    private static final Map<String, String> USAGE_NAMES =
            Map.of("#bytes", "bytes", "#files", "files", "#pending", "pending");

    private final FileSettings settings;
    private final List<TransactWriteItem> items = new ArrayList<>();
    private OptionalInt quotaIndex = OptionalInt.empty();

    FileTransaction(FileSettings settings) {
        this.settings = settings;
    }

    List<TransactWriteItem> items() {
        return items;
    }

    /// Which of the items fails when the quota does not allow it.
    OptionalInt quotaIndex() {
        return quotaIndex;
    }

    public FileTransaction add(StoredFile file) {
        return putNew(FileRows.toItem(file, settings.trashKeptFor()));
    }

    public FileTransaction replace(StoredFile seen, StoredFile next) {
        items.add(
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(FilesTable.NAME)
                                        .item(FileRows.toItem(next, settings.trashKeptFor()))
                                        .conditionExpression("#seen = :seen")
                                        .expressionAttributeNames(
                                                Map.of("#seen", FileRows.SEQUENCE))
                                        .expressionAttributeValues(
                                                Map.of(":seen", number(seen.sequence()))))
                        .build());
        return this;
    }

    public FileTransaction remove(StoredFile seen) {
        items.add(
                TransactWriteItem.builder()
                        .delete(delete ->
                                delete.tableName(FilesTable.NAME)
                                        .key(FilesTable.key(seen.id(), FilesTable.FILE_PART))
                                        .conditionExpression("#seen = :seen")
                                        .expressionAttributeNames(
                                                Map.of("#seen", FileRows.SEQUENCE))
                                        .expressionAttributeValues(
                                                Map.of(":seen", number(seen.sequence()))))
                        .build());
        return this;
    }

    public FileTransaction add(FileVersion version) {
        return putNew(FileRows.toItem(version));
    }

    public FileTransaction add(Upload upload) {
        return putNew(FileRows.toItem(upload));
    }

    /// @param next of one that is pending
    public FileTransaction changeUpload(Upload next) {
        items.add(
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(FilesTable.NAME)
                                        .item(FileRows.toItem(next))
                                        .conditionExpression("#state = :pending")
                                        .expressionAttributeNames(Map.of("#state", FileRows.STATE))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":pending",
                                                        text(Upload.State.PENDING.label()))))
                        .build());
        return this;
    }

    /// Has the objects and the other rows of a file removed.
    public FileTransaction addRemoval(FileId file, Instant now) {
        return put(FilesTable.NAME, FileRows.removal(file, now));
    }

    /// A row of another feature.
    public FileTransaction put(String table, Map<String, AttributeValue> row) {
        items.add(TransactWriteItem.builder().put(put -> put.tableName(table).item(row)).build());
        return this;
    }

    /// Writes of another feature that never fail.
    public FileTransaction also(List<TransactWriteItem> writes) {
        items.addAll(writes);
        return this;
    }

    /// Takes up the usage; fails when a reservation passes the quota.
    public FileTransaction use(OwnerId owner, Usage usage) {
        if (usage.isReservation()) {
            quotaIndex = OptionalInt.of(items.size());
        }
        items.add(
                TransactWriteItem.builder()
                        .update(update -> {
                            update.tableName(FilesTable.NAME)
                                    .key(FilesTable.usageKey(owner.value()))
                                    .updateExpression(
                                            "ADD #bytes :bytes, #files :files, #pending :pending")
                                    .expressionAttributeNames(USAGE_NAMES);
                            if (usage.isReservation()) {
                                update.conditionExpression(
                                                "(attribute_not_exists(#bytes) OR #bytes <= :bytesLeft) AND (attribute_not_exists(#files) OR #files <= :filesLeft) AND (attribute_not_exists(#pending) OR #pending <= :pendingLeft)")
                                        .expressionAttributeValues(reservation(usage));
                            } else {
                                update.expressionAttributeValues(amounts(usage));
                            }
                        })
                        .build());
        return this;
    }

    private static Map<String, AttributeValue> amounts(Usage usage) {
        return Map.of(
                ":bytes", number(usage.bytes()),
                ":files", number(usage.files()),
                ":pending", number(usage.pending()));
    }

    private Map<String, AttributeValue> reservation(Usage usage) {
        return Map.of(
                ":bytes", number(usage.bytes()),
                ":files", number(usage.files()),
                ":pending", number(usage.pending()),
                ":bytesLeft", number(settings.bytesPerOwner() - usage.bytes()),
                ":filesLeft", number(settings.filesPerOwner() - usage.files()),
                ":pendingLeft", number(settings.pendingPerOwner() - usage.pending()));
    }

    private FileTransaction putNew(Map<String, AttributeValue> row) {
        items.add(
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(FilesTable.NAME)
                                        .item(row)
                                        .conditionExpression("attribute_not_exists(#part)")
                                        .expressionAttributeNames(Map.of("#part", FilesTable.PART)))
                        .build());
        return this;
    }
}
