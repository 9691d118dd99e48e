package dev.makeline.server.job;

import dev.makeline.protocol.JobId;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.LogLine;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.LastingRights;
import dev.makeline.server.access.Needs;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;

/// `/v1/jobs/{jobId}/log`: what the tasks of a job say, in pieces or as it comes.
@Controller("/v1/jobs/{jobId}/log")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Jobs")
final class JobLogController {

    /// Rows of one answer, of 50 lines at most each.
    private static final int ROWS = 20;

    /// @param after for the next request; the same as before when there was nothing new
    /// @param isOver whether no line comes any more after those that were read now
    @Schema(name = "JobLog")
    record LogPiece(
            List<LogLine> lines,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) Optional<String> after,
            boolean isOver) {}

    private final JobAccess access;
    private final JobStore store;
    private final JobLog log;
    private final LiveLogs live;
    private final LastingRights rights;

    JobLogController(
            JobAccess access, JobStore store, JobLog log, LiveLogs live, LastingRights rights) {
        this.access = access;
        this.store = store;
        this.log = log;
        this.live = live;
        this.rights = rights;
    }

    @Get
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "getJobLog",
            summary = "What the tasks of a job have said",
            description = "Asked again with the answer's `after` it tells what came since.")
    LogPiece get(
            HttpRequest<?> request,
            String jobId,
            @Parameter(description = "`after` of the answer before") @QueryValue @Nullable
                    String after) {
        // The job first: what its last task said was written before its end.
        Job job = access.require(request, Action.SEE, jobId);
        Optional<String> from = position(Optional.ofNullable(after));
        List<LogLine> lines = log.read(job.id(), from, ROWS);
        return new LogPiece(
                lines,
                lines.isEmpty() ? from : Optional.of(lines.getLast().position()),
                lines.isEmpty() && job.state() instanceof JobState.Ended);
    }

    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "followJobLog",
            summary = "What the tasks of a job say, as server-sent events",
            description =
                    "An event `line` for each line, with its position as the event's id, and an event `end` with the job's state. Goes on after `Last-Event-ID`.")
    @ApiResponse(
            responseCode = "200",
            description = "Events until the job is over, at most ten minutes",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM))
    Publisher<Event<?>> follow(
            HttpRequest<?> request,
            String jobId,
            @Parameter(description = "As Last-Event-ID, for clients that can't set it")
                    @QueryValue
                    @Nullable
                    String after,
            @Header("Last-Event-ID") @Nullable String lastEventId) {
        Job found = access.require(request, Action.SEE, jobId);
        JobId job = found.id();
        Optional<String> from =
                position(Optional.ofNullable(lastEventId).or(() -> Optional.ofNullable(after)));
        return live.follow(
                new LiveLogs.Reader(
                        Caller.of(request).owner().value(),
                        rights.of(
                                request, Scope.JOBS_RUN, Action.SEE, new OwnerId(found.ownerId())),
                        () -> store.find(job),
                        position -> log.read(job, position, ROWS)),
                from);
    }

    private static Optional<String> position(Optional<String> text) {
        if (text.filter(position -> !JobLog.isPosition(position)).isPresent()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "Take after from the answer before, unchanged, or leave it out to begin with the first line.");
        }
        return text;
    }
}
