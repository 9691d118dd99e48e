package dev.makeline.protocol.job;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Jobs and attempts as rows of the jobs table.
public final class JobRows {

    static final String SEQUENCE = "sequence";
    static final String KIND = "kind";
    static final String PARAMETERS = "parameters";
    static final String TASK = "task";
    private static final char PRIORITY = '#';

    /// Of an attempt; not the attribute of a job's state, so that attempts stay out of the index.
    static final String OUTCOME = "outcome";

    private static final Logger log = LoggerFactory.getLogger(JobRows.class);

    private JobRows() {}

    static Map<String, AttributeValue> toItem(Job job) {
        Map<String, AttributeValue> item =
                new HashMap<>(JobsTable.key(job.id(), JobsTable.JOB_PART));
        JobState state = job.state();
        item.put("ownerId", text(job.ownerId()));
        item.put(KIND, text(job.order().kind()));
        job.order().file().ifPresent(file -> item.put("fileId", text(file.value())));
        item.put("resourceClass", text(job.order().resources().label()));
        item.put("timeoutSeconds", number(job.order().timeout().toSeconds()));
        item.put("mostAttempts", number(job.order().mostAttempts()));
        item.put("priority", text(job.order().priority().label()));
        job.order().exclusiveKey().ifPresent(key -> item.put("exclusiveKey", text(key)));
        job.order().retryOf().ifPresent(of -> item.put("retryOf", text(of.value())));
        item.put("createdAt", text(job.createdAt().toString()));
        item.put(SEQUENCE, number(job.sequence()));
        item.put(JobsTable.STATE, text(partition(state.phase(), job.order().priority())));
        item.put(
                JobsTable.OWNER_STATE,
                text(JobsTable.ownerState(job.ownerId(), state.phase().label())));
        item.put("attempt", number(state.attempt()));
        item.put("at", text(state.at().toString()));
        item.put("reason", text(state.reason()));
        if (state instanceof JobState.Running running) {
            item.put("leaseToken", text(running.lease().token()));
            item.put("progress", number(running.progress()));
        }
        if (state instanceof JobState.Succeeded succeeded) {
            item.put(
                    "outputFileIds",
                    AttributeValue.fromL(
                            succeeded.outputs().stream()
                                    .map(output -> text(output.value()))
                                    .toList()));
        }
        return item;
    }

    /// Empty for a row that this version can't read, such as one of a newer version: it must not
    /// keep anybody from the rows behind it.
    static Optional<Job> toReadableJob(Map<String, AttributeValue> item) {
        try {
            return Optional.of(toJob(item));
        } catch (NoSuchElementException | IllegalArgumentException | DateTimeException e) {
            log.atError()
                    .addKeyValue("jobId", item.get(JobsTable.JOB_ID))
                    .addKeyValue("cause", e.toString())
                    .log("A job can't be read and is left alone; is it of a newer version?");
            return Optional.empty();
        }
    }

    static Job toJob(Map<String, AttributeValue> item) {
        return new Job(
                jobId(item),
                requiredText(item, "ownerId"),
                new JobOrder(
                        requiredText(item, KIND),
                        optionalText(item, "fileId").map(FileId::new),
                        ResourceClass.of(requiredText(item, "resourceClass")).orElseThrow(),
                        Duration.ofSeconds(requiredNumber(item, "timeoutSeconds")),
                        (int) requiredNumber(item, "mostAttempts"),
                        JobPriority.of(requiredText(item, "priority")).orElseThrow(),
                        optionalText(item, "exclusiveKey"),
                        optionalText(item, "retryOf").map(JobId::new)),
                state(item),
                requiredNumber(item, SEQUENCE),
                instant(item, "createdAt"));
    }

    private static JobState state(Map<String, AttributeValue> item) {
        int attempt = (int) requiredNumber(item, "attempt");
        Instant at = instant(item, "at");
        String reason = requiredText(item, "reason");
        return switch (phase(item)) {
            case QUEUED -> new JobState.Queued(attempt, at, reason);
            case STARTING -> new JobState.Starting(attempt, at, reason);
            case RUNNING ->
                    new JobState.Running(
                            new Lease(attempt, requiredText(item, "leaseToken")),
                            at,
                            reason,
                            (int) requiredNumber(item, "progress"));
            case SUCCEEDED -> new JobState.Succeeded(attempt, at, reason, outputs(item));
            case FAILED -> new JobState.Failed(attempt, at, reason);
            case CANCELLED -> new JobState.Cancelled(attempt, at, reason);
            case TIMED_OUT -> new JobState.TimedOut(attempt, at, reason);
        };
    }

    private static List<FileId> outputs(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get("outputFileIds")).stream()
                .flatMap(list -> list.l().stream())
                .map(output -> new FileId(output.s()))
                .toList();
    }

    static JobAttempt toAttempt(Map<String, AttributeValue> item) {
        return new JobAttempt(
                (int) requiredNumber(item, "attempt"),
                JobPhase.of(requiredText(item, OUTCOME)).orElseThrow(),
                requiredText(item, "reason"),
                instant(item, "queuedAt"),
                optionalText(item, "startingAt").map(Instant::parse),
                optionalText(item, "runningAt").map(Instant::parse),
                optionalText(item, "endedAt").map(Instant::parse),
                optionalText(item, TASK),
                item.containsKey("asked"));
    }

    /// The job of a stream record's image that waits for a task; empty for any other row or state.
    public static Optional<JobId> queued(Map<String, AttributeValue> image) {
        boolean isQueued =
                optionalText(image, JobsTable.PART).filter(JobsTable.JOB_PART::equals).isPresent()
                        && optionalText(image, JobsTable.STATE)
                                .flatMap(JobRows::phase)
                                .filter(JobPhase.QUEUED::equals)
                                .isPresent();
        return isQueued ? Optional.of(jobId(image)) : Optional.empty();
    }

    private static JobPhase phase(Map<String, AttributeValue> item) {
        return phase(requiredText(item, JobsTable.STATE)).orElseThrow();
    }

    /// Where the index by state has a job. Jobs that wait stand apart by priority, so that an
    /// urgent one is found whatever else waits.
    static String partition(JobPhase phase, JobPriority priority) {
        return phase == JobPhase.QUEUED
                ? phase.label() + PRIORITY + priority.label()
                : phase.label();
    }

    /// All partitions of a state, those of urgent jobs first.
    static List<String> partitions(JobPhase phase) {
        return Arrays.stream(JobPriority.values())
                .map(priority -> partition(phase, priority))
                .distinct()
                .toList();
    }

    private static Optional<JobPhase> phase(String partition) {
        int priority = partition.indexOf(PRIORITY);
        return JobPhase.of(priority < 0 ? partition : partition.substring(0, priority));
    }

    private static JobId jobId(Map<String, AttributeValue> item) {
        return new JobId(requiredText(item, JobsTable.JOB_ID));
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.parse(requiredText(item, name));
    }
}
