package dev.makeline.server.file.trash;

import static dev.makeline.protocol.Attributes.sortableInstant;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.file.StoredFile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What administrators are told of a deletion. Written in the transaction that deletes, so that
/// there is one for each deletion, whatever crashes; who sends it takes it from there.
final class DeletionNotice {

    private static final String PARTITION = "notices";

    /// What was done.
    enum What {
        TRASH("trash"),
        PURGE("purge");

        private final String label;

        What(String label) {
            this.label = label;
        }
    }

    private DeletionNotice() {}

    /// A row of the accounts table.
    static Map<String, AttributeValue> row(
            StoredFile file, What what, OwnerId deletedBy, Instant now) {
        String deletionId = UUID.randomUUID().toString();
        Map<String, AttributeValue> row = new HashMap<>();
        row.put(AccountsTable.SUBJECT, text(PARTITION));
        row.put(AccountsTable.PART, text(sortableInstant(now) + '#' + deletionId));
        row.put("deletionId", text(deletionId));
        row.put("fileId", text(file.id().value()));
        row.put("fileName", text(file.name()));
        row.put("ownerId", text(file.owner().value()));
        row.put("deletedBy", text(deletedBy.value()));
        row.put("deletedAt", text(now.toString()));
        row.put("what", text(what.label));
        return row;
    }
}
