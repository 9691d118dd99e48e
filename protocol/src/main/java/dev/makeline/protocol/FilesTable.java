package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.sortableInstant;
import static dev.makeline.protocol.Attributes.text;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/// The layout of `makeline-files`: everything of one file shares the partition of its [FileId]; the
/// sort key `part` tells the rows apart. What an owner uses of the quota stands in a row of its
/// own, in a partition of the owner's.
///
/// All indexes are sparse. `by-owner` and `all-files` hold the rows of files alone; `due` holds
/// what has to be done at a time: uploads to be swept, trash to be purged, objects to be removed.
public final class FilesTable {

    public static final String NAME = ResourceNames.FILES_TABLE;
    public static final String SUBJECT = "subject";
    public static final String PART = "part";

    /// The row of the file itself.
    public static final String FILE_PART = "file";

    public static final String VERSION_PREFIX = "version#";
    public static final String UPLOAD_PREFIX = "upload#";

    /// What was sent to the intake, by version.
    public static final String INTAKE_PREFIX = "intake#";

    /// The row of a purged file whose objects have to go.
    public static final String REMOVAL_PART = "removal";

    public static final String USAGE_PART = "usage";

    public static final String BY_OWNER = "by-owner";

    /// Owner id and state.
    public static final String OWNER_STATE = "ownerState";

    public static final String FILE_ID = "fileId";

    public static final String ALL_FILES = "all-files";

    /// The state of a file that administrators list.
    public static final String LISTING = "listing";

    /// Time of the last change, then file id.
    public static final String LISTING_ORDER = "listingOrder";

    public static final String DUE = "due";
    public static final String DUE_KIND = "dueKind";
    public static final String DUE_ORDER = "dueOrder";

    private FilesTable() {}

    public static CreateTableRequest definition() {
        return TableDefinitions.table(NAME, SUBJECT, PART)
                .attributeDefinitions(
                        TableDefinitions.string(SUBJECT),
                        TableDefinitions.string(PART),
                        TableDefinitions.string(OWNER_STATE),
                        TableDefinitions.string(FILE_ID),
                        TableDefinitions.string(LISTING),
                        TableDefinitions.string(LISTING_ORDER),
                        TableDefinitions.string(DUE_KIND),
                        TableDefinitions.string(DUE_ORDER))
                .globalSecondaryIndexes(
                        TableDefinitions.index(BY_OWNER, OWNER_STATE, FILE_ID),
                        TableDefinitions.index(ALL_FILES, LISTING, LISTING_ORDER),
                        TableDefinitions.indexOfKeys(DUE, DUE_KIND, DUE_ORDER))
                .build();
    }

    public static Map<String, AttributeValue> key(FileId file, String part) {
        return Map.of(SUBJECT, text(file.value()), PART, text(part));
    }

    public static Map<String, AttributeValue> usageKey(String ownerId) {
        return Map.of(SUBJECT, text("owner#" + ownerId), PART, text(USAGE_PART));
    }

    /// Zero-padded, so that text order is number order.
    public static String versionPart(int version) {
        return VERSION_PREFIX + "%010d".formatted(version);
    }

    public static String uploadPart(ContentId upload) {
        return UPLOAD_PREFIX + upload.value();
    }

    public static String intakePart(int version) {
        return INTAKE_PREFIX + "%010d".formatted(version);
    }

    public static String ownerState(String ownerId, String state) {
        return ownerId + '#' + state;
    }

    /// Sorts by time.
    ///
    /// @param id tells what is of one time apart
    public static String timeOrder(Instant at, String id) {
        return sortableInstant(at) + '#' + id;
    }
}
