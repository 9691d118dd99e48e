package dev.makeline.processor.dispatch;

import dev.makeline.operations.SteadyClock;
import dev.makeline.processor.dispatch.Sightings.Standing;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.JobStore.Written;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads every job that is not over, by state: starts what waits, gives an end to what a task left
/// without one, and has tasks stopped whose jobs are over. Any number may run at once, since each
/// change is made on the condition that the job is as it was read. Not thread-safe: one loop uses
/// it.
public final class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final JobStore store;
    private final TaskRunner runner;
    private final Dispatcher dispatcher;
    private final WaitingJobs waiting;
    private final DispatchSettings settings;
    private final Verdict.Limits limits;
    private final InstantSource clock;
    private final SteadyClock steadyClock;
    private final DispatchMeters meters;
    private final Sweep sweep;
    private final Sightings sightings = new Sightings();
    private Instant sweepDue = Instant.MIN;

    public Reconciler(
            JobStore store,
            TaskRunner runner,
            Dispatcher dispatcher,
            WaitingJobs waiting,
            DispatchSettings settings,
            Duration lease,
            InstantSource clock,
            SteadyClock steadyClock,
            DispatchMeters meters) {
        this.store = store;
        this.runner = runner;
        this.dispatcher = dispatcher;
        this.waiting = waiting;
        this.settings = settings;
        this.limits = new Verdict.Limits(settings.prepareWithin(), settings.claimWithin(), lease);
        this.clock = clock;
        this.steadyClock = steadyClock;
        this.meters = meters;
        this.sweep = new Sweep(store, runner);
    }

    public void pollOnce() {
        List<Job> begun =
                Stream.of(JobPhase.STARTING, JobPhase.RUNNING)
                        .flatMap(store::inPhase)
                        .gather(Gatherers.windowFixed(settings.reconcilePage()))
                        .flatMap(this::judge)
                        .toList();
        sightings.keepOnly(begun.stream().map(Job::id).collect(Collectors.toSet()));
        if (!steadyClock.now().isBefore(sweepDue)) {
            sweep.run();
            sweepDue = steadyClock.now().plus(settings.sweepInterval());
        }
        waiting.startAll();
        meters.read(phases(begun), waiting.isFull());
    }

    private static Map<JobPhase, Long> phases(List<Job> jobs) {
        return jobs.stream()
                .collect(Collectors.groupingBy(job -> job.state().phase(), Collectors.counting()));
    }

    /// A job with the task that is on record for its attempt.
    private record Begun(Job job, Optional<TaskId> task) {}

    private Stream<Job> judge(List<Job> listed) {
        List<Begun> begun = listed.stream().map(job -> new Begun(job, task(job))).toList();
        Map<TaskId, TaskStatus> statuses =
                runner.look(begun.stream().flatMap(one -> one.task().stream()).toList());
        begun.stream()
                .filter(one -> isSuspect(one, one.task().map(statuses::get)))
                .forEach(one -> judge(one, one.task().map(statuses::get)));
        return listed.stream();
    }

    /// What is on record stays so: it is read until it is there.
    private Optional<TaskId> task(Job job) {
        return sightings
                .task(job)
                .or(() ->
                        store.attempt(job.id(), job.state().attempt())
                                .flatMap(JobAttempt::task)
                                .map(TaskId::new)
                                .map(task -> sightings.keep(job, task)));
    }

    /// By the row as the index has it, which may be a moment old: nothing is decided on it, and
    /// while all is well nothing more is read.
    private boolean isSuspect(Begun begun, Optional<TaskStatus> status) {
        Standing standing = see(begun.job(), status);
        return verdict(begun.job(), status, standing).isPresent()
                || isLeft(begun.job(), begun.task(), standing);
    }

    private void judge(Begun begun, Optional<TaskStatus> status) {
        // Read after the look: a task that ended well has written its result before it ended.
        Optional<Job> current =
                store.find(begun.job().id()).filter(job -> isSameAttempt(job, begun.job()));
        if (current.isEmpty()) {
            return;
        }
        Job job = current.get();
        Standing standing = see(job, status);
        Optional<JobState> verdict = verdict(job, status, standing);
        if (verdict.isPresent()) {
            end(job, job.with(verdict.get()), begun.task());
        } else if (isLeft(job, begun.task(), standing)) {
            dispatcher.resume(job);
        }
    }

    private Standing see(Job job, Optional<TaskStatus> status) {
        boolean hasProcess = status.filter(TaskStatus.Alive.class::isInstance).isPresent();
        return sightings.see(job, hasProcess, steadyClock.now());
    }

    private Optional<JobState> verdict(Job job, Optional<TaskStatus> status, Standing standing) {
        return Verdict.of(job, status, standing, limits, clock.instant());
    }

    private static boolean isSameAttempt(Job job, Job seen) {
        return job.state().attempt() == seen.state().attempt();
    }

    private boolean isLeft(Job job, Optional<TaskId> task, Standing standing) {
        return task.isEmpty()
                && job.state() instanceof JobState.Starting
                && standing.unchanged().compareTo(settings.resumeAfter()) > 0;
    }

    private void end(Job job, Job next, Optional<TaskId> task) {
        if (store.replace(job, next) == Written.DONE) {
            task.ifPresent(runner::stop);
            meters.judged(next.state().phase());
            log.atWarn()
                    .addKeyValue("jobId", job.id())
                    .addKeyValue("attempt", job.state().attempt())
                    .addKeyValue("state", next.state().phase().label())
                    .log("{}", next.state().reason());
        }
    }
}
