package dev.makeline.server.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobState;
import dev.makeline.server.file.request.FileOwner;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A job as it is answered.
///
/// @param attempts of a job that is shown alone
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Job")
record JobItem(
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
        long timeoutSeconds,
        Instant createdAt,
        @Schema(description = "Since when the state is what it is") Instant changedAt,
        @Schema(
                        description = "The file that the job made, the main one of several",
                        requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                Optional<String> outputFileId,
        @Schema(description = "All files that the job made; none before it succeeded")
                List<String> outputFileIds,
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
                job.order().timeout().toSeconds(),
                job.createdAt(),
                job.state().at(),
                outputs(job.state()).stream().findFirst(),
                outputs(job.state()),
                Optional.empty());
    }

    JobItem with(List<JobAttempt> tried, Instant now) {
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
                timeoutSeconds,
                createdAt,
                changedAt,
                outputFileId,
                outputFileIds,
                Optional.of(tried.stream().map(one -> AttemptItem.of(one, now)).toList()));
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
