package dev.makeline.protocol.job;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What is written when a job is created and when its state changes.
final class JobWrites {

    private static final String HOLDER = "holder";

    private JobWrites() {}

    static List<TransactWriteItem> create(Job job, String parameters) {
        Map<String, AttributeValue> inputs =
                new HashMap<>(JobsTable.key(job.id(), JobsTable.PARAMETERS_PART));
        inputs.put(JobRows.PARAMETERS, text(parameters));
        return List.of(
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(JobsTable.NAME)
                                        .item(JobRows.toItem(job))
                                        .conditionExpression("attribute_not_exists(#part)")
                                        .expressionAttributeNames(Map.of("#part", JobsTable.PART)))
                        .build(),
                TransactWriteItem.builder()
                        .put(put -> put.tableName(JobsTable.NAME).item(inputs))
                        .build(),
                attempt(job.id(), job.state()));
    }

    /// The row of the job first, on the condition that it is still the one that was seen.
    static List<TransactWriteItem> replace(Job seen, Job next) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(JobsTable.NAME)
                                        .item(JobRows.toItem(next))
                                        .conditionExpression("#sequence = :seen")
                                        .expressionAttributeNames(
                                                Map.of("#sequence", JobRows.SEQUENCE))
                                        .expressionAttributeValues(
                                                Map.of(":seen", number(seen.sequence()))))
                        .build());
        if (next.state().attempt() != seen.state().attempt()) {
            writes.add(attempt(next.id(), failedBefore(seen.state(), next.state())));
        }
        if (seen.state().phase() != next.state().phase()) {
            writes.add(attempt(next.id(), next.state()));
        }
        next.order().exclusiveKey().flatMap(key -> holder(seen, next, key)).ifPresent(writes::add);
        return writes;
    }

    /// A job has its exclusive key as long as there is a task for it.
    private static Optional<TransactWriteItem> holder(Job seen, Job next, String key) {
        boolean hadIt = hasTask(seen.state());
        boolean hasIt = hasTask(next.state());
        if (hadIt == hasIt) {
            return Optional.empty();
        }
        Map<String, AttributeValue> row = JobsTable.holderKey(next.ownerId(), key);
        return Optional.of(hasIt ? take(row, next.id()) : giveBack(row, next.id()));
    }

    private static boolean hasTask(JobState state) {
        return switch (state) {
            case JobState.Starting _, JobState.Running _ -> true;
            case JobState.Queued _, JobState.Ended _ -> false;
        };
    }

    /// Refused while another job has it.
    private static TransactWriteItem take(Map<String, AttributeValue> key, JobId job) {
        Map<String, AttributeValue> row = new HashMap<>(key);
        row.put(HOLDER, text(job.value()));
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(JobsTable.NAME)
                                .item(row)
                                .conditionExpression(
                                        "attribute_not_exists(#holder) OR #holder = :job")
                                .expressionAttributeNames(Map.of("#holder", HOLDER))
                                .expressionAttributeValues(Map.of(":job", text(job.value()))))
                .build();
    }

    private static TransactWriteItem giveBack(Map<String, AttributeValue> key, JobId job) {
        return TransactWriteItem.builder()
                .delete(delete ->
                        delete.tableName(JobsTable.NAME)
                                .key(key)
                                .conditionExpression(
                                        "attribute_not_exists(#holder) OR #holder = :job")
                                .expressionAttributeNames(Map.of("#holder", HOLDER))
                                .expressionAttributeValues(Map.of(":job", text(job.value()))))
                .build();
    }

    /// How the attempt ended that another one follows on.
    private static JobState failedBefore(JobState seen, JobState next) {
        return new JobState.Failed(seen.attempt(), next.at(), next.reason());
    }

    private static TransactWriteItem attempt(JobId job, JobState state) {
        String key = ":at";
        String set =
                switch (state) {
                    // An attempt that waits again has waited since the first time, without a task.
                    case JobState.Queued _ ->
                            "queuedAt = if_not_exists(queuedAt, %s) REMOVE startingAt, runningAt, #task";
                    case JobState.Starting _ -> "startingAt = %s, asked = :attempt";
                    case JobState.Running _ -> "runningAt = %s";
                    case JobState.Ended _ -> "endedAt = %s";
                };
        Map<String, String> names =
                new HashMap<>(Map.of("#outcome", JobRows.OUTCOME, "#reason", "reason"));
        if (state instanceof JobState.Queued) {
            names.put("#task", JobRows.TASK);
        }
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(JobsTable.NAME)
                                .key(JobsTable.key(job, JobsTable.attemptPart(state.attempt())))
                                .updateExpression(
                                        "SET #outcome = :state, #reason = :reason, attempt = :attempt, "
                                                + set.formatted(key))
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(
                                        Map.of(
                                                ":state",
                                                text(state.phase().label()),
                                                ":reason",
                                                text(state.reason()),
                                                ":attempt",
                                                number(state.attempt()),
                                                key,
                                                text(state.at().toString()))))
                .build();
    }
}
