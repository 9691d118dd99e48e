package dev.makeline.server.job;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobFilter;
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
import java.time.format.DateTimeParseException;
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
    private final ContainerStore containers;
    private final JobList list;
    private final JobCancellation cancellation;
    private final JobRetry retry;
    private final JobPriceSettings prices;
    private final FileAccess files;
    private final FileOwners owners;
    private final RequestAudit audit;
    private final IdempotencyKeys idempotencyKeys;
    private final InstantSource clock;

    JobController(
            JobAccess access,
            JobStore store,
            ContainerStore containers,
            JobList list,
            JobCancellation cancellation,
            JobRetry retry,
            JobPriceSettings prices,
            FileAccess files,
            FileOwners owners,
            RequestAudit audit,
            IdempotencyKeys idempotencyKeys,
            InstantSource clock) {
        this.access = access;
        this.store = store;
        this.containers = containers;
        this.list = list;
        this.cancellation = cancellation;
        this.retry = retry;
        this.prices = prices;
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
        order.container().ifPresent(this::requireContainer);
        order.kind().needs().ifPresent(scope -> requireScope(request, scope));
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
                        order.order(file.map(StoredFile::id)),
                        at);
        boolean isNew = store.create(job, order.parameters().toString());
        tell(request, AuditAction.JOB_CREATED, job);
        return created(isNew ? job : store.find(job.id()).orElse(job));
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
            @Parameter(description = "Jobs of this kind alone") @QueryValue @Nullable String kind,
            @Parameter(
                            description = "Created at this time or later",
                            schema = @Schema(type = "string", format = "date-time"))
                    @QueryValue
                    @Nullable
                    String createdFrom,
            @Parameter(
                            description = "Created before this time",
                            schema = @Schema(type = "string", format = "date-time"))
                    @QueryValue
                    @Nullable
                    String createdBefore,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200"))
                    @QueryValue
                    @Nullable
                    String limit,
            @QueryValue @Nullable String cursor) {
        Caller caller = Caller.of(request);
        boolean isAll = Whose.isEverybodys(Optional.ofNullable(all), caller, "jobs");
        return list.page(
                isAll ? Optional.empty() : Optional.of(caller.owner()),
                new JobFilter(
                        phases(Optional.ofNullable(state)),
                        Optional.ofNullable(kind),
                        time("createdFrom", Optional.ofNullable(createdFrom)),
                        time("createdBefore", Optional.ofNullable(createdBefore))),
                Page.size(limit),
                Optional.ofNullable(cursor));
    }

    @Get("/{jobId}")
    @Needs(Scope.JOBS_RUN)
    @Operation(operationId = "getJob", summary = "How a job is going, and each attempt at it")
    JobItem get(HttpRequest<?> request, String jobId) {
        Job job = access.require(request, Action.SEE, jobId);
        Instant now = clock.instant();
        List<JobAttempt> attempts = store.attempts(job.id());
        return item(job)
                .with(
                        attempts.stream().map(one -> AttemptItem.of(one, now)).toList(),
                        JobCost.of(job.order().resources(), attempts, prices, now));
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

    @Post("/{jobId}/retry")
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "retryJob",
            summary = "Do a job again that ended without success",
            description =
                    "A new job with the same order, since a job has one end. Idempotency-Key is honoured. For its owner.")
    @ApiResponse(
            responseCode = "201",
            description = "The new job",
            content = @Content(schema = @Schema(implementation = JobItem.class)))
    HttpResponse<JobItem> retry(
            HttpRequest<?> request,
            @Header(IdempotencyKeys.HEADER) @Nullable String idempotencyKey,
            String jobId) {
        Job failed = access.require(request, Action.CHANGE, jobId);
        Effect effect =
                idempotencyKeys.effectOf(request, Optional.ofNullable(idempotencyKey), new byte[0]);
        Job job = retry.of(failed, effect);
        tell(request, AuditAction.JOB_CREATED, job);
        return created(job);
    }

    private void requireContainer(String name) {
        if (!ContainerImage.isName(name) || containers.find(name).isEmpty()) {
            throw refused(
                    "No container is registered under the name that the parameter container gives; /v1/containers lists those that are.");
        }
    }

    private HttpResponse<JobItem> created(Job job) {
        return HttpResponse.created(item(job), URI.create("/v1/jobs/" + job.id().value()));
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

    private static Optional<Instant> time(String name, Optional<String> text) {
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw refused(name + " is a time in UTC, such as 2026-11-20T18:00:00Z.");
        }
    }

    private static void requireScope(HttpRequest<?> request, Scope scope) {
        if (!Caller.of(request).scopes().contains(scope)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "A job of this kind needs the scope %s as well.".formatted(scope.label()));
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }
}
