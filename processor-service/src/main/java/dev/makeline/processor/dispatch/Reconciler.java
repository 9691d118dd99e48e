package dev.makeline.processor.dispatch;

import dev.makeline.operations.SteadyClock;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.TaskStatus;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.protocol.job.JobStore.Written;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads every job that is not over, by state: starts what waits, gives an end to what a task left
/// without one, and stops tasks whose jobs are over. Any number may run at once, since each change
/// is made on the condition that the job is as it was read. Not thread-safe: one loop uses it.
public final class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final JobStore store;
    private final TaskRunner runner;
    private final Dispatcher dispatcher;
    private final WaitingJobs waiting;
    private final DispatchSettings settings;
    private final Duration lease;
    private final InstantSource clock;
    private final SteadyClock steadyClock;
    private final Sightings sightings = new Sightings();

    public Reconciler(
            JobStore store,
            TaskRunner runner,
            Dispatcher dispatcher,
            WaitingJobs waiting,
            DispatchSettings settings,
            Duration lease,
            InstantSource clock,
            SteadyClock steadyClock) {
        this.store = store;
        this.runner = runner;
        this.dispatcher = dispatcher;
        this.waiting = waiting;
        this.settings = settings;
        this.lease = lease;
        this.clock = clock;
        this.steadyClock = steadyClock;
    }

    public void pollOnce() {
        List<Job> begun = new ArrayList<>(store.oldest(JobPhase.STARTING, limit()));
        begun.addAll(store.oldest(JobPhase.RUNNING, limit()));
        begun.forEach(job -> judge(job.id()));
        sightings.keepOnly(begun);
        stopTasksOfJobsThatAreOver();
        waiting.startAll();
    }

    private int limit() {
        return settings.reconcileLimit();
    }

    private void judge(JobId id) {
        Optional<Job> seen = store.find(id);
        if (seen.isEmpty()) {
            return;
        }
        Optional<TaskId> task =
                store.attempt(id, seen.get().state().attempt())
                        .flatMap(JobAttempt::task)
                        .map(TaskId::new);
        TaskStatus status = task.map(runner::look).orElseGet(TaskStatus.Unknown::new);
        // Read after the look: a task that ended well has written its result before it ended.
        Optional<Job> current = store.find(id).filter(job -> isSameAttempt(job, seen.get()));
        current.flatMap(job -> verdict(job, status).map(job::with))
                .ifPresent(next -> end(current.get(), next, task));
    }

    private static boolean isSameAttempt(Job job, Job seen) {
        return job.state().attempt() == seen.state().attempt();
    }

    private Optional<JobState> verdict(Job job, TaskStatus status) {
        return Verdict.of(
                job,
                status,
                sightings.see(job, steadyClock.now()),
                settings.claimWithin(),
                lease,
                clock.instant());
    }

    private void end(Job job, Job next, Optional<TaskId> task) {
        if (store.replace(job, next) == Written.DONE) {
            task.ifPresent(runner::stop);
            log.atWarn()
                    .addKeyValue("jobId", job.id())
                    .addKeyValue("attempt", job.state().attempt())
                    .addKeyValue("state", next.state().phase().label())
                    .log("{}", next.state().reason());
        }
    }

    private void stopTasksOfJobsThatAreOver() {
        dispatcher
                .tasks()
                .forEach((task, id) -> {
                    if (!(runner.look(task) instanceof TaskStatus.Alive)) {
                        dispatcher.forget(task);
                    } else if (store.find(id)
                            .filter(job -> job.state() instanceof JobState.Live)
                            .isEmpty()) {
                        runner.stop(task);
                    }
                });
    }
}
