package dev.makeline.server.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import dev.makeline.server.file.request.FileOwner;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A job as it is answered.
///
/// @param times as estimatedCost and attempts: of a job that is shown alone
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Job")
public record JobItem(
        String jobId,
        @Schema(example = "append-text") String kind,
        @Schema(
                        description = "The input, of kinds that take one",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> fileId,
        FileOwner owner,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "queued",
                            "starting",
                            "running",
                            "succeeded",
                            "failed",
                            "cancelled",
                            "timed-out"
                        })
                String state,
        @Schema(description = "Why it is so, in a sentence") String reason,
        @Schema(description = "0 to 100") int progress,
        int attempt,
        int mostAttempts,
        String resourceClass,
        @Schema(
                        type = "string",
                        allowableValues = {"high", "normal", "low"})
                String priority,
        @Schema(
                        description = "Of my jobs with this key, one at a time is worked on",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> exclusiveKey,
        @Schema(
                        description = "The job that this one does again",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> retryOf,
        long timeoutSeconds,
        Instant createdAt,
        @Schema(description = "Since when the state is what it is") Instant changedAt,
        @Schema(
                        description = "The file that the job made, the main one of several",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> outputFileId,
        @Schema(description = "All files that the job made; none before it succeeded")
                List<String> outputFileIds,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<JobTimes> times,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<JobCost> estimatedCost,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<List<AttemptItem>> attempts) {

    static JobItem of(Job job, FileOwner owner) {
        return new JobItem(
                job.id().value(),
                job.order().kind(),
                job.order().file().map(FileId::value),
                owner,
                job.state().phase().label(),
                job.state().reason(),
                progress(job.state()),
                job.state().attempt(),
                job.order().mostAttempts(),
                job.order().resources().label(),
                job.order().priority().label(),
                job.order().exclusiveKey(),
                job.order().retryOf().map(JobId::value),
                job.order().timeout().toSeconds(),
                job.createdAt(),
                job.state().at(),
                outputs(job.state()).stream().findFirst(),
                outputs(job.state()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    JobItem with(List<AttemptItem> tried, JobCost cost) {
        return new JobItem(
                jobId,
                kind,
                fileId,
                owner,
                state,
                reason,
                progress,
                attempt,
                mostAttempts,
                resourceClass,
                priority,
                exclusiveKey,
                retryOf,
                timeoutSeconds,
                createdAt,
                changedAt,
                outputFileId,
                outputFileIds,
                Optional.of(JobTimes.of(tried)),
                Optional.of(cost),
                Optional.of(tried));
    }

    private static List<String> outputs(JobState state) {
        return state instanceof JobState.Succeeded done
                ? done.outputs().stream().map(FileId::value).toList()
                : List.of();
    }

    private static int progress(JobState state) {
        return switch (state) {
            case JobState.Running running -> running.progress();
            case JobState.Succeeded _ -> JobState.WHOLE;
            case JobState.Queued _, JobState.Starting _ -> 0;
            case JobState.Failed _, JobState.Cancelled _, JobState.TimedOut _ -> 0;
        };
    }
}
