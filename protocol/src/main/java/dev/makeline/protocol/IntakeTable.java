package dev.makeline.protocol;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/// The layout of `makeline-intake`, the intake ledger: one row for each object version, key
/// `objectId`.
///
/// The index `by-state` is split into [#SHARDS] partitions for each state, so that no single index
/// partition takes every write; a reader merges them by `changedOrder` (change time, then object
/// id). Rows whose key is no object id are no entries: leases, and the [Heartbeats] of services.
public final class IntakeTable {

    public static final String NAME = ResourceNames.INTAKE_TABLE;
    public static final String OBJECT_ID = "objectId";
    public static final String BY_STATE = "by-state";
    public static final String STATE_SHARD = "stateShard";
    public static final String CHANGED_ORDER = "changedOrder";
    public static final int SHARDS = 8;

    /// Epoch seconds after which DynamoDB may delete a row; entries of the ledger have none.
    public static final String TIME_TO_LIVE = "timeToLive";

    private IntakeTable() {}

    public static CreateTableRequest definition() {
        return TableDefinitions.table(NAME, OBJECT_ID)
                .attributeDefinitions(
                        TableDefinitions.string(OBJECT_ID),
                        TableDefinitions.string(STATE_SHARD),
                        TableDefinitions.string(CHANGED_ORDER))
                .globalSecondaryIndexes(
                        TableDefinitions.index(BY_STATE, STATE_SHARD, CHANGED_ORDER))
                .build();
    }

    public static Map<String, AttributeValue> key(String objectId) {
        return Map.of(OBJECT_ID, text(objectId));
    }

    /// The index partitions that together hold one state.
    public static List<String> shardsOf(String stateLabel) {
        return IntStream.range(0, SHARDS).mapToObj(shard -> stateLabel + '#' + shard).toList();
    }

    /// Sorts rows by change time; ISO 8601 with fixed milliseconds compares as text.
    public static String changedOrder(Instant changedAt, String objectId) {
        return Attributes.sortableInstant(changedAt) + '#' + objectId;
    }

    public static Map<String, AttributeValue> toItem(IntakeEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>();
        UploadJob job = entry.job();
        String objectId = entry.objectId();
        item.put(OBJECT_ID, text(objectId));
        item.put("schemaVersion", number(job.schemaVersion()));
        item.put("bucket", text(job.bucket()));
        item.put("key", text(job.key()));
        job.versionId().ifPresent(id -> item.put("versionId", text(id)));
        item.put("eTag", text(job.eTag()));
        item.put("size", number(job.size()));
        job.sequencer().ifPresent(sequencer -> item.put("sequencer", text(sequencer)));
        item.put("foundAt", text(job.foundAt().toString()));
        item.put("traceparent", text(job.traceparent().value()));
        entry.lastModified().ifPresent(at -> item.put("lastModified", text(at.toString())));
        item.put("changedAt", text(entry.changedAt().toString()));
        item.put("state", text(entry.state().label()));
        item.put(STATE_SHARD, text(entry.state().label() + '#' + shardOf(objectId)));
        item.put(CHANGED_ORDER, text(changedOrder(entry.changedAt(), objectId)));
        putStateDetails(item, entry.state());
        return item;
    }

    /// @throws IllegalArgumentException when the row was not written by [#toItem]
    public static IntakeEntry fromItem(Map<String, AttributeValue> item) {
        UploadJob job =
                new UploadJob(
                        (int) Attributes.requiredNumber(item, "schemaVersion"),
                        requiredText(item, "bucket"),
                        requiredText(item, "key"),
                        optionalText(item, "versionId"),
                        requiredText(item, "eTag"),
                        Attributes.requiredNumber(item, "size"),
                        optionalText(item, "sequencer"),
                        Instant.parse(requiredText(item, "foundAt")),
                        new Traceparent(requiredText(item, "traceparent")));
        return new IntakeEntry(
                job,
                stateOf(item),
                Instant.parse(requiredText(item, "changedAt")),
                optionalText(item, "lastModified").map(Instant::parse));
    }

    private static int shardOf(String objectId) {
        return Character.digit(objectId.charAt(0), 16) % SHARDS;
    }

    private static void putStateDetails(Map<String, AttributeValue> item, IntakeState state) {
        switch (state) {
            case IntakeState.Queued() -> {}
            case IntakeState.Submitted(long recipeId, int revision, OptionalLong makeId) -> {
                item.put("recipeId", number(recipeId));
                item.put("revision", number(revision));
                makeId.ifPresent(id -> item.put("makeId", number(id)));
            }
            case IntakeState.Waiting(long recipeId) -> item.put("recipeId", number(recipeId));
            case IntakeState.Rejected(var reason, var place) -> {
                item.put("reason", text(reason));
                place.ifPresent(where -> item.put("place", text(where)));
            }
            case IntakeState.Dismissed(var reason, var place) -> {
                item.put("reason", text(reason));
                place.ifPresent(where -> item.put("place", text(where)));
            }
        }
    }

    private static IntakeState stateOf(Map<String, AttributeValue> item) {
        String label = requiredText(item, "state");
        return switch (label) {
            case "queued" -> new IntakeState.Queued();
            case "submitted" ->
                    new IntakeState.Submitted(
                            Attributes.requiredNumber(item, "recipeId"),
                            (int) Attributes.requiredNumber(item, "revision"),
                            Attributes.optionalNumber(item, "makeId"));
            case "waiting" -> new IntakeState.Waiting(Attributes.requiredNumber(item, "recipeId"));
            case "rejected" ->
                    new IntakeState.Rejected(
                            requiredText(item, "reason"), optionalText(item, "place"));
            case "dismissed" ->
                    new IntakeState.Dismissed(
                            requiredText(item, "reason"), optionalText(item, "place"));
            default ->
                    throw new IllegalArgumentException(
                            "The intake ledger knows no state '%s'".formatted(label));
        };
    }
}
