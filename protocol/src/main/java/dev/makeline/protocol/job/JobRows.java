package dev.makeline.protocol.job;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.JobsTable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Jobs and attempts as rows of the jobs table.
public final class JobRows {

    static final String SEQUENCE = "sequence";
    static final String PARAMETERS = "parameters";
    static final String TASK = "task";

    /// Of an attempt; not the attribute of a job's state, so that attempts stay out of the index.
    static final String OUTCOME = "outcome";

    private JobRows() {}

    static Map<String, AttributeValue> toItem(Job job) {
        Map<String, AttributeValue> item =
                new HashMap<>(JobsTable.key(job.id(), JobsTable.JOB_PART));
        JobState state = job.state();
        item.put("ownerId", text(job.ownerId()));
        item.put("kind", text(job.order().kind()));
        item.put("fileId", text(job.order().file().value()));
        item.put("resourceClass", text(job.order().resources().label()));
        item.put("timeoutSeconds", number(job.order().timeout().toSeconds()));
        item.put("mostAttempts", number(job.order().mostAttempts()));
        item.put("createdAt", text(job.createdAt().toString()));
        item.put(SEQUENCE, number(job.sequence()));
        item.put(JobsTable.STATE, text(state.phase().label()));
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
            item.put("outputFileId", text(succeeded.output().value()));
        }
        return item;
    }

    static Job toJob(Map<String, AttributeValue> item) {
        return new Job(
                jobId(item),
                requiredText(item, "ownerId"),
                new JobOrder(
                        requiredText(item, "kind"),
                        new FileId(requiredText(item, "fileId")),
                        ResourceClass.of(requiredText(item, "resourceClass")).orElseThrow(),
                        Duration.ofSeconds(requiredNumber(item, "timeoutSeconds")),
                        (int) requiredNumber(item, "mostAttempts")),
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
            case SUCCEEDED ->
                    new JobState.Succeeded(
                            attempt, at, reason, new FileId(requiredText(item, "outputFileId")));
            case FAILED -> new JobState.Failed(attempt, at, reason);
            case CANCELLED -> new JobState.Cancelled(attempt, at, reason);
            case TIMED_OUT -> new JobState.TimedOut(attempt, at, reason);
        };
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
                optionalText(item, TASK));
    }

    /// The job of a stream record's image that waits for a task; empty for any other row or state.
    public static Optional<JobId> queued(Map<String, AttributeValue> image) {
        boolean isQueued =
                optionalText(image, JobsTable.PART).filter(JobsTable.JOB_PART::equals).isPresent()
                        && optionalText(image, JobsTable.STATE)
                                .filter(JobPhase.QUEUED.label()::equals)
                                .isPresent();
        return isQueued ? Optional.of(jobId(image)) : Optional.empty();
    }

    private static JobPhase phase(Map<String, AttributeValue> item) {
        return JobPhase.of(requiredText(item, JobsTable.STATE)).orElseThrow();
    }

    private static JobId jobId(Map<String, AttributeValue> item) {
        return new JobId(requiredText(item, JobsTable.JOB_ID));
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.parse(requiredText(item, name));
    }
}
