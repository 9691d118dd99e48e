package dev.makeline.server.job;

import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.JobFilter;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.server.access.Needs;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.IdempotencyKeys;
import dev.makeline.server.request.Page;
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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// `/v1/jobs`: ordering, watching and cancelling the processing of files.
@Controller("/v1/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Jobs")
final class JobController {

    private final JobOrders orders;

    JobController(JobOrders orders) {
        this.orders = orders;
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
        return created(orders.add(request, Optional.ofNullable(idempotencyKey), body));
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
        return orders.list(
                request,
                Optional.ofNullable(all),
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
        return orders.get(request, jobId);
    }

    @Post("/{jobId}/cancellation")
    @Needs(Scope.JOBS_RUN)
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job that is not over",
            description = "May be repeated. For its owner and administrators.")
    JobItem cancel(HttpRequest<?> request, String jobId) {
        return orders.cancel(request, jobId);
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
        return created(orders.retry(request, Optional.ofNullable(idempotencyKey), jobId));
    }

    private static HttpResponse<JobItem> created(JobItem job) {
        return HttpResponse.created(job, URI.create("/v1/jobs/" + job.jobId()));
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

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }
}
