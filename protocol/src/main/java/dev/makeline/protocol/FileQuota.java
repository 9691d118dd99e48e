package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.number;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What one owner may have in the files table.
///
/// @param bytes of all versions of all files, trash included
/// @param files trash included
public record FileQuota(long bytes, int files) {

    public FileQuota {
        if (bytes < 1 || files < 1) {
            throw new IllegalArgumentException(
                    "A quota is at least one byte and one file, not %d and %d"
                            .formatted(bytes, files));
        }
    }

    /// Takes up some files of so many bytes together; fails when the quota does not allow it.
    TransactWriteItem use(String ownerId, int count, long size) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(FilesTable.NAME)
                                .key(FilesTable.usageKey(ownerId))
                                .updateExpression("ADD #bytes :size, #files :count, #pending :none")
                                .conditionExpression(condition(count, size))
                                .expressionAttributeNames(
                                        Map.of(
                                                "#bytes", "bytes",
                                                "#files", "files",
                                                "#pending", "pending"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":size", number(size),
                                                ":count", number(count),
                                                ":none", number(0),
                                                ":bytesLeft", number(bytes - size),
                                                ":filesLeft", number((long) files - count))))
                .build();
    }

    /// What is larger than the whole quota does not fit an owner without files either.
    private String condition(int count, long size) {
        String fits = size > bytes || count > files ? "" : "attribute_not_exists(#bytes) OR ";
        return "(%s#bytes <= :bytesLeft) AND (attribute_not_exists(#files) OR #files <= :filesLeft)"
                .formatted(fits);
    }
}
