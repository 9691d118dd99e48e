package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// A file with content that was not deleted, as far as processes beside recipe-server read and make
/// files. Their rows are the same that recipe-server writes.
///
/// @param size bytes
/// @param sha256 64 hex digits in lower case
/// @param content of the current version
/// @param at UTC, the last change
public record LiveFile(
        FileId id,
        String ownerId,
        String name,
        long size,
        String mediaType,
        String sha256,
        ContentId content,
        Instant at) {

    private static final String LIVE = "live";
    private static final String REMOVAL = "removal";

    /// As it is at the moment; empty for a file that is not there, or not live.
    public static Optional<LiveFile> find(DynamoDbClient dynamoDb, FileId file) {
        GetItemResponse row =
                dynamoDb.getItem(get ->
                        get.tableName(FilesTable.NAME)
                                .key(FilesTable.key(file, FilesTable.FILE_PART))
                                .consistentRead(true));
        return row.hasItem() ? of(row.item()) : Optional.empty();
    }

    /// Empty for a file that is not live.
    public static Optional<LiveFile> of(Map<String, AttributeValue> item) {
        return requiredText(item, "state").equals(LIVE)
                ? Optional.of(read(item))
                : Optional.empty();
    }

    private static LiveFile read(Map<String, AttributeValue> item) {
        return new LiveFile(
                new FileId(requiredText(item, FilesTable.SUBJECT)),
                requiredText(item, "ownerId"),
                requiredText(item, "name"),
                requiredNumber(item, "size"),
                requiredText(item, "mediaType"),
                requiredText(item, "sha256"),
                new ContentId(requiredText(item, "contentId")),
                Instant.parse(requiredText(item, "updatedAt")));
    }

    /// Where the content is in the files bucket.
    public String objectKey() {
        return objectKey(id, content);
    }

    public static String objectKey(FileId file, ContentId content) {
        return "files/%s/%s".formatted(file.value(), content.value());
    }

    /// The row of a new file whose only version this is.
    public Map<String, AttributeValue> newFileRow() {
        Map<String, AttributeValue> item = new HashMap<>(FilesTable.key(id, FilesTable.FILE_PART));
        item.put(FilesTable.FILE_ID, text(id.value()));
        item.put("ownerId", text(ownerId));
        item.put("name", text(name));
        item.put("description", text(""));
        item.put("state", text(LIVE));
        item.put("edition", number(1));
        item.put("sequence", number(2));
        putContent(item);
        item.put("versions", number(1));
        item.put("uploadId", text(content.value()));
        item.put("keptBytes", number(size));
        item.put("uploadedAt", text(at.toString()));
        item.put("updatedAt", text(at.toString()));
        item.put(FilesTable.OWNER_STATE, text(FilesTable.ownerState(ownerId, LIVE)));
        item.put(FilesTable.LISTING, text(LIVE));
        item.put(FilesTable.LISTING_ORDER, text(FilesTable.timeOrder(at, id.value())));
        return item;
    }

    public Map<String, AttributeValue> firstVersionRow() {
        Map<String, AttributeValue> item =
                new HashMap<>(FilesTable.key(id, FilesTable.versionPart(1)));
        item.put("version", number(1));
        putContent(item);
        item.put("at", text(at.toString()));
        return item;
    }

    private void putContent(Map<String, AttributeValue> item) {
        item.put("contentId", text(content.value()));
        item.put("size", number(size));
        item.put("mediaType", text(mediaType));
        item.put("sha256", text(sha256));
    }

    /// The row that has the objects of this file removed at a time, unless it is gone by then: to
    /// be written before the first object, and taken away with the file's rows.
    public Map<String, AttributeValue> removalRow(Instant due) {
        return removalRow(id, due);
    }

    /// The same for objects that never become a file.
    public static Map<String, AttributeValue> removalRow(FileId id, Instant due) {
        Map<String, AttributeValue> item =
                new HashMap<>(FilesTable.key(id, FilesTable.REMOVAL_PART));
        item.put(FilesTable.DUE_KIND, text(REMOVAL));
        item.put(FilesTable.DUE_ORDER, text(FilesTable.timeOrder(due, id.value())));
        return item;
    }

    /// What makes new files of objects that are there, all or nothing: their rows, the use of the
    /// owner's quota, and the removal rows' end. Refused when the quota does not allow it, or when
    /// a removal has begun.
    ///
    /// @param files of one owner, from 1 to 20
    public static List<TransactWriteItem> publication(List<LiveFile> files, FileQuota quota) {
        List<TransactWriteItem> writes = new ArrayList<>();
        for (LiveFile file : files) {
            writes.add(putNew(file.newFileRow()));
            writes.add(putNew(file.firstVersionRow()));
            writes.add(file.endOfRemoval());
        }
        long bytes = files.stream().mapToLong(LiveFile::size).sum();
        writes.add(quota.use(files.getFirst().ownerId, files.size(), bytes));
        return writes;
    }

    private TransactWriteItem endOfRemoval() {
        return TransactWriteItem.builder()
                .delete(delete ->
                        delete.tableName(FilesTable.NAME)
                                .key(FilesTable.key(id, FilesTable.REMOVAL_PART))
                                .conditionExpression("attribute_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", FilesTable.PART)))
                .build();
    }

    private static TransactWriteItem putNew(Map<String, AttributeValue> row) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(FilesTable.NAME)
                                .item(row)
                                .conditionExpression("attribute_not_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", FilesTable.PART)))
                .build();
    }
}
