package dev.makeline.benchmark.listing;

import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.FilesTable;
import dev.makeline.protocol.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rows of files as the server writes them, each a copy of one of its own with another id and
/// another owner. Thread-safe.
///
/// @param template a row of a file that can be listed
record OtherFiles(Map<String, AttributeValue> template) {

    private static final String LIVE = "live";

    OtherFiles {
        template = Map.copyOf(template);
    }

    Map<String, AttributeValue> row(UserId owner, Instant now) {
        FileId file = FileId.next(now);
        Map<String, AttributeValue> row = new HashMap<>(template);
        row.putAll(FilesTable.key(file, FilesTable.FILE_PART));
        row.put(FilesTable.FILE_ID, text(file.value()));
        row.put("ownerId", text(owner.value()));
        row.put(FilesTable.OWNER_STATE, text(FilesTable.ownerState(owner.value(), LIVE)));
        row.put(FilesTable.LISTING_ORDER, text(FilesTable.timeOrder(now, file.value())));
        return row;
    }
}
