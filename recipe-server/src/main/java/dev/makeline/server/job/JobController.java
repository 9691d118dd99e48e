package dev.makeline.server.job;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobOrder;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.Needs;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.file.StoredFile;
import dev.makeline.server.file.request.FileAccess;
import dev.makeline.server.file.request.FileOwners;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Effect;
import dev.makeline.server.request.IdempotencyKeys;
import dev.makeline.server.request.Page;
import dev.makeline.server.request.Whose;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/v1/jobs`: ordering, watching and cancelling the processing of files.
@Controller("/v1/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Jobs")
final class JobController {

    private final JobAccess access;
    private final JobStore store;
    private final JobList list;
    private final JobCancellation cancellation;
    private final FileAccess files;
    private final FileOwners owners;
    private final RequestAudit audit;
    private final IdempotencyKeys idempotencyKeys;
    private final InstantSource clock;

    JobController(
            JobAccess access,
            JobStore store,
            JobList list,
            JobCancellation cancellation,
            FileAccess files,
            FileOwners owners,
            RequestAudit audit,
            IdempotencyKeys idempotencyKeys,
            InstantSource clock) {
        this.access = access;
        this.store = store;
        this.list = list;
        this.cancellation = cancellation;
        this.files = files;
        this.owners = owners;
        this.audit = audit;
        this.idempotencyKeys = idempotencyKeys;
        this.clock = clock;
    }

    @Post
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "addJob",
            summary = "Have a file of mine processed; the output becomes a file of mine",
            description = "Idempotency-Key is honoured.")
    @ApiResponse(
            responseCode = "201",
            description = "The job; get it again to see how it goes",
            content = @Content(schema = @Schema(implementation = JobItem.class)))
    HttpResponse<JobItem> add(
            HttpRequest<?> request,
            @Header(IdempotencyKeys.HEADER) @Nullable String idempotencyKey,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewJobBody.class)))
                    @Body
                    byte[] body) {
        NewJob order = NewJob.read(body);
        Optional<StoredFile> file =
                order.fileId().map(id -> files.requireLive(request, Action.CHANGE, id));
        Effect effect =
                idempotencyKeys.effectOf(request, Optional.ofNullable(idempotencyKey), body);
        Instant at = effect.at().truncatedTo(ChronoUnit.MILLIS);
        Job job =
                Job.created(
                        JobId.derived(at, "job " + effect.id()),
                        file.map(StoredFile::owner)
                                .orElseGet(() -> Caller.of(request).owner())
                                .value(),
                        JobOrder.of(
                                order.kind().name(),
                                file.map(StoredFile::id),
                                order.resources(),
                                order.timeout(),
                                order.mostAttempts()),
                        at);
        boolean isNew = store.create(job, order.parameters());
        tell(request, AuditAction.JOB_CREATED, job);
        return HttpResponse.created(
                item(isNew ? job : store.find(job.id()).orElse(job)),
                URI.create("/v1/jobs/" + job.id().value()));
    }

    @Get
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "listJobs",
            summary = "My jobs, the newest first; for administrators everybody's")
    Page<JobItem> list(
            HttpRequest<?> request,
            @Parameter(
                            description =
                                    "Everybody's jobs, as administrators get them when it is left out; false for their own",
                            schema = @Schema(type = "boolean"))
                    @QueryValue
                    @Nullable
                    String all,
            @Parameter(
                            description = "Jobs in this state alone",
                            schema =
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
                                            }))
                    @QueryValue
                    @Nullable
                    String state,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        Caller caller = Caller.of(request);
        boolean isAll = Whose.isEverybodys(Optional.ofNullable(all), caller, "jobs");
        return list.page(
                isAll ? Optional.empty() : Optional.of(caller.owner()),
                phases(Optional.ofNullable(state)),
                Page.size(limit),
                Optional.ofNullable(cursor));
    }

    @Get("/{jobId}")
    @Needs(Scope.JOBS_RUN)
    @Operation(operationId = "getJob", summary = "How a job is going, and each attempt at it")
    JobItem get(HttpRequest<?> request, String jobId) {
        Job job = access.require(request, Action.SEE, jobId);
        return item(job).with(store.attempts(job.id()), clock.instant());
    }

    @Post("/{jobId}/cancellation")
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job that is not over",
            description = "May be repeated. For its owner and administrators.")
    JobItem cancel(HttpRequest<?> request, String jobId) {
        Job job = access.require(request, Action.DELETE, jobId);
        boolean isOwner = Caller.of(request).owner().value().equals(job.ownerId());
        Job cancelled =
                cancellation.cancel(
                        job,
                        isOwner ? "Its owner cancelled it." : "An administrator cancelled it.");
        tell(request, AuditAction.JOB_CANCELLED, cancelled);
        return item(cancelled);
    }

    private JobItem item(Job job) {
        return JobItem.of(job, owners.of(new OwnerId(job.ownerId())));
    }

    private void tell(HttpRequest<?> request, AuditAction action, Job job) {
        audit.append(
                request,
                action,
                Optional.of(job.id().value()),
                Map.of(
                        "kind",
                        job.order().kind(),
                        "fileId",
                        job.order().file().map(FileId::value).orElse("")));
    }

    private static List<JobPhase> phases(Optional<String> state) {
        return state.map(label ->
                        List.of(
                                JobPhase.of(label)
                                        .orElseThrow(() ->
                                                refused(
                                                        "state is queued, starting, running, succeeded, failed, cancelled or timed-out."))))
                .orElse(List.of(JobPhase.values()));
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }
}
