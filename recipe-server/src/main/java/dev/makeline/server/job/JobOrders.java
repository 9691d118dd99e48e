package dev.makeline.server.job;

import dev.makeline.protocol.FileId;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobFilter;
import dev.makeline.protocol.job.JobKindDescription;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.LogLine;
import dev.makeline.server.access.Authority;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Caller;
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
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people and programs do with jobs, as far as they may, and on record. Thread-safe; blocking.
@Singleton
public final class JobOrders {

    private final JobAccess access;
    private final JobStore store;
    private final ContainerStore containers;
    private final JobLog log;
    private final JobList list;
    private final JobCancellation cancellation;
    private final JobRetry retry;
    private final OrderLimits limits;
    private final JobPriceSettings prices;
    private final FileAccess files;
    private final FileOwners owners;
    private final RequestAudit audit;
    private final IdempotencyKeys idempotencyKeys;
    private final InstantSource clock;

    JobOrders(
            JobAccess access,
            JobStore store,
            ContainerStore containers,
            JobLog log,
            JobList list,
            JobCancellation cancellation,
            JobRetry retry,
            OrderLimits limits,
            JobPriceSettings prices,
            FileAccess files,
            FileOwners owners,
            RequestAudit audit,
            IdempotencyKeys idempotencyKeys,
            InstantSource clock) {
        this.access = access;
        this.store = store;
        this.containers = containers;
        this.log = log;
        this.list = list;
        this.cancellation = cancellation;
        this.retry = retry;
        this.limits = limits;
        this.prices = prices;
        this.files = files;
        this.owners = owners;
        this.audit = audit;
        this.idempotencyKeys = idempotencyKeys;
        this.clock = clock;
    }

    /// @param body JSON, as for `POST /v1/jobs`
    /// @throws ProblemException with what is wrong with the order
    public JobItem add(HttpRequest<?> request, Optional<String> idempotencyKey, byte[] body) {
        NewJob order = NewJob.read(body);
        order.kind().needs().ifPresent(scope -> requireScope(request, scope));
        limits.requirePriority(Caller.of(request), order.priority());
        order.container().ifPresent(this::requireContainer);
        Optional<StoredFile> file =
                order.fileId().map(id -> files.requireLive(request, Action.CHANGE, id));
        Effect effect = idempotencyKeys.effectOf(request, idempotencyKey, body);
        Instant at = effect.at().truncatedTo(ChronoUnit.MILLIS);
        Job job =
                Job.created(
                        JobId.derived(at, "job " + effect.id()),
                        file.map(StoredFile::owner)
                                .orElseGet(() -> Caller.of(request).owner())
                                .value(),
                        order.order(file.map(StoredFile::id)),
                        at);
        Optional<Job> before = store.find(job.id());
        if (before.isPresent()) {
            return item(before.get());
        }
        limits.requireRoom(Caller.of(request), job.ownerId());
        boolean isNew = store.create(job, order.parameters().toString());
        tell(request, AuditAction.JOB_CREATED, job);
        return item(isNew ? job : store.find(job.id()).orElse(job));
    }

    private void requireContainer(String name) {
        if (!ContainerImage.isName(name) || containers.find(name).isEmpty()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "No container is registered under the name that the parameter container gives; /v1/containers lists those that are.");
        }
    }

    /// The newest first.
    ///
    /// @param all whether everybody's; left out, as the caller's role has it
    public Page<JobItem> list(
            HttpRequest<?> request,
            Optional<String> all,
            JobFilter filter,
            int size,
            Optional<String> cursor) {
        Caller caller = Caller.of(request);
        return list.page(
                Whose.isEverybodys(all, caller, "jobs")
                        ? Optional.empty()
                        : Optional.of(caller.owner()),
                filter,
                size,
                cursor);
    }

    /// With each attempt at it.
    public JobItem get(HttpRequest<?> request, String jobId) {
        Job job = access.require(request, Action.SEE, jobId);
        Instant now = clock.instant();
        List<JobAttempt> attempts = store.attempts(job.id());
        return item(job)
                .with(
                        attempts.stream().map(one -> AttemptItem.of(one, now)).toList(),
                        JobCost.of(job.order().resources(), attempts, prices, now));
    }

    /// What its tasks have said after a line.
    ///
    /// @param after the position of that line
    /// @param rows of the log, of 50 lines at most each
    public List<LogLine> log(HttpRequest<?> request, String jobId, String after, int rows) {
        JobId job = access.require(request, Action.SEE, jobId).id();
        if (!JobLog.isPosition(after)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "after is the position of a line of the log.");
        }
        return log.read(job, Optional.of(after), rows);
    }

    /// What its tasks have said last.
    ///
    /// @param rows likewise
    public List<LogLine> newestLog(HttpRequest<?> request, String jobId, int rows) {
        return log.newest(access.require(request, Action.SEE, jobId).id(), rows);
    }

    public JobItem cancel(HttpRequest<?> request, String jobId) {
        Job job = access.require(request, Action.DELETE, jobId);
        boolean isOwner = Caller.of(request).owner().value().equals(job.ownerId());
        Job cancelled =
                cancellation.cancel(
                        job,
                        isOwner ? "Its owner cancelled it." : "An administrator cancelled it.");
        tell(request, AuditAction.JOB_CANCELLED, cancelled);
        return item(cancelled);
    }

    /// @return the new job
    public JobItem retry(HttpRequest<?> request, Optional<String> idempotencyKey, String jobId) {
        Job failed = access.require(request, Action.CHANGE, jobId);
        JobKinds.of(failed.order().kind())
                .flatMap(JobKindDescription::needs)
                .ifPresent(scope -> requireScope(request, scope));
        limits.requirePriority(Caller.of(request), failed.order().priority());
        Job job =
                retry.of(
                        failed,
                        () -> limits.requireRoom(Caller.of(request), failed.ownerId()),
                        idempotencyKeys.effectOf(request, idempotencyKey, new byte[0]));
        tell(request, AuditAction.JOB_CREATED, job);
        return item(job);
    }

    private static void requireScope(HttpRequest<?> request, Scope scope) {
        if (!Caller.of(request).scopes().contains(scope)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "A job of this kind needs the scope %s as well.".formatted(scope.label()));
        }
    }

    /// What the caller may do with a job, whatever its state.
    public record Rights(boolean mayCancel, boolean mayRetry) {}

    public Rights rights(HttpRequest<?> request, String jobId) {
        OwnerId owner = new OwnerId(access.require(request, Action.SEE, jobId).ownerId());
        Caller caller = Caller.of(request);
        return new Rights(
                isAllowed(caller, Action.DELETE, owner), isAllowed(caller, Action.CHANGE, owner));
    }

    private static boolean isAllowed(Caller caller, Action action, OwnerId owner) {
        return Authority.decide(caller, action, owner) instanceof Authority.Decision.Allowed;
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
}
