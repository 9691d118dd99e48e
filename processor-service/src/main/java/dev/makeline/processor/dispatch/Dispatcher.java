package dev.makeline.processor.dispatch;

import dev.makeline.operations.FailPoint;
import dev.makeline.operations.SteadyClock;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.TaskStart;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the task of an attempt that waits for one. Idempotent by job and attempt, however often
/// and by however many dispatchers it is told of an attempt: only whoever moves the job from queued
/// to starting starts the task. Thread-safe.
public final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    /// What came of an attempt.
    public enum Begun {
        STARTED,
        /// It does not wait any more, or somebody else started it.
        NOTHING_TO_DO,
        /// It waits on, for another job with its exclusive key.
        HELD_BACK,
        /// It waits on, for room.
        NO_CAPACITY
    }

    private static final String HELD_BACK = "Another job with the same exclusive key is worked on.";

    private final JobStore store;
    private final TaskRunner runner;
    private final DispatchSettings settings;
    private final Duration lease;
    private final InstantSource clock;
    private final SteadyClock steadyClock;
    private final Map<TaskId, JobId> tasks = new ConcurrentHashMap<>();
    private volatile Instant fullUntil = Instant.MIN;

    public Dispatcher(
            JobStore store,
            TaskRunner runner,
            DispatchSettings settings,
            Duration lease,
            InstantSource clock,
            SteadyClock steadyClock) {
        this.store = store;
        this.runner = runner;
        this.settings = settings;
        this.lease = lease;
        this.clock = clock;
        this.steadyClock = steadyClock;
    }

    /// Of a job that is new; what follows on a failed attempt waits for a while.
    Begun beginFirst(JobId id) {
        return begin(id, 1);
    }

    public Begun begin(JobId id) {
        return begin(id, JobState.MOST_ATTEMPTS);
    }

    private Begun begin(JobId id, int lastAttempt) {
        if (steadyClock.now().isBefore(fullUntil)) {
            return Begun.NO_CAPACITY;
        }
        Optional<Job> found = store.find(id);
        if (found.isEmpty()
                || !(found.get().state() instanceof JobState.Queued queued)
                || queued.attempt() > lastAttempt) {
            return Begun.NOTHING_TO_DO;
        }
        Job starting = found.get().with(queued.toStarting(clock.instant()));
        switch (store.replace(found.get(), starting)) {
            case CHANGED -> {
                return Begun.NOTHING_TO_DO;
            }
            case REFUSED -> {
                holdBack(found.get(), queued);
                return Begun.HELD_BACK;
            }
            case DONE -> {}
        }
        FailPoint.reach("processor.after-starting");
        return start(starting, queued.attempt());
    }

    private Begun start(Job starting, int attempt) {
        TaskRequest request =
                new TaskRequest(
                        starting.id(),
                        attempt,
                        starting.order().resources(),
                        settings.claimWithin().plus(starting.order().timeout()).plus(lease));
        return switch (runner.start(request)) {
            case TaskStart.Started(TaskId task) -> {
                tasks.put(task, starting.id());
                FailPoint.reach("processor.after-task-start");
                store.noteTask(starting.id(), attempt, task.value());
                log.atInfo()
                        .addKeyValue("jobId", starting.id())
                        .addKeyValue("attempt", attempt)
                        .addKeyValue("task", task)
                        .log("Task started");
                yield Begun.STARTED;
            }
            case TaskStart.NoCapacity(String reason) -> {
                fullUntil = steadyClock.now().plus(settings.fullPause());
                change(starting, state -> state.postponed(clock.instant(), reason));
                yield Begun.NO_CAPACITY;
            }
            case TaskStart.Refused(String reason) -> {
                change(starting, state -> state.failed(clock.instant(), reason));
                yield Begun.NOTHING_TO_DO;
            }
        };
    }

    private void holdBack(Job job, JobState.Queued queued) {
        if (!queued.reason().equals(HELD_BACK)) {
            store.replace(job, job.with(queued.heldBack(HELD_BACK)));
        }
    }

    /// There may be room again.
    void roomMade() {
        fullUntil = Instant.MIN;
    }

    private void change(Job starting, Change change) {
        if (starting.state() instanceof JobState.Starting state) {
            store.replace(starting, starting.with(change.of(state)));
        }
    }

    private interface Change {
        JobState of(JobState.Starting state);
    }

    /// The tasks that were started here and have not been forgotten, with their jobs.
    Map<TaskId, JobId> tasks() {
        return Map.copyOf(tasks);
    }

    void forget(TaskId task) {
        tasks.remove(task);
    }
}
