package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/// The layout of `makeline-jobs`: everything of one job shares the partition of its [JobId]; the
/// sort key `part` tells the row of the job, its parameters, its attempts and its log apart. The
/// parameters stand alone because they are large and never change, while the job's row changes with
/// every heartbeat.
///
/// The table's stream tells dispatchers of new attempts. Both indexes hold the rows of jobs alone.
public final class JobsTable {

    public static final String NAME = ResourceNames.JOBS_TABLE;
    public static final String JOB_ID = "jobId";
    public static final String PART = "part";

    /// The row of the job itself.
    public static final String JOB_PART = "job";

    public static final String PARAMETERS_PART = "parameters";
    public static final String ATTEMPT_PREFIX = "attempt#";

    /// Of the rows of a job's log.
    public static final String LOG_PREFIX = "log#";

    /// Of the rows by which a task gets its links, until it has read them.
    public static final String LINKS_PREFIX = "links#";

    /// The row that says which job of an owner has an exclusive key at the moment.
    public static final String HOLDER_PART = "holder";

    /// The partition of the registered container images, which is no job's.
    public static final String CONTAINERS = "containers";

    public static final String CONTAINER_PREFIX = "container#";

    public static final String BY_OWNER = "by-owner";

    /// Owner id and state.
    public static final String OWNER_STATE = "ownerState";

    public static final String BY_STATE = "by-state";
    public static final String STATE = "state";

    private JobsTable() {}

    public static CreateTableRequest definition() {
        return TableDefinitions.table(NAME, JOB_ID, PART)
                .attributeDefinitions(
                        TableDefinitions.string(JOB_ID),
                        TableDefinitions.string(PART),
                        TableDefinitions.string(OWNER_STATE),
                        TableDefinitions.string(STATE))
                .globalSecondaryIndexes(
                        TableDefinitions.index(BY_OWNER, OWNER_STATE, JOB_ID),
                        TableDefinitions.index(BY_STATE, STATE, JOB_ID))
                .streamSpecification(stream ->
                        stream.streamEnabled(true)
                                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
                .build();
    }

    public static Map<String, AttributeValue> key(JobId job, String part) {
        return Map.of(JOB_ID, text(job.value()), PART, text(part));
    }

    /// Where it stands which job of an owner has an exclusive key; the partition of no job.
    public static Map<String, AttributeValue> holderKey(String ownerId, String exclusiveKey) {
        return Map.of(
                JOB_ID, text("exclusive#" + ownerId + '#' + exclusiveKey), PART, text(HOLDER_PART));
    }

    public static Map<String, AttributeValue> containerKey(String name) {
        return Map.of(JOB_ID, text(CONTAINERS), PART, text(CONTAINER_PREFIX + name));
    }

    /// Zero-padded, so that text order is number order.
    public static String attemptPart(int attempt) {
        return ATTEMPT_PREFIX + "%03d".formatted(attempt);
    }

    /// Of the links that an attempt's task takes from there.
    public static String linksPart(int attempt) {
        return LINKS_PREFIX + "%03d".formatted(attempt);
    }

    public static String ownerState(String ownerId, String state) {
        return ownerId + '#' + state;
    }
}
