package dev.makeline.processor.dispatch;

import dev.makeline.operations.FailPoint;
import dev.makeline.operations.SteadyClock;
import dev.makeline.processor.grant.ContainerUrls;
import dev.makeline.processor.grant.ObjectUrls;
import dev.makeline.processor.task.AliveTask;
import dev.makeline.processor.task.TaskContainer;
import dev.makeline.processor.task.TaskId;
import dev.makeline.processor.task.TaskRequest;
import dev.makeline.processor.task.TaskRunner;
import dev.makeline.processor.task.TaskStart;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.ContainerImage;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobAttempt;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.protocol.job.JobState;
import dev.makeline.protocol.job.JobStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
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
        /// No task is to be asked for at the moment.
        NO_CAPACITY
    }

    private static final String NO_CONTAINER =
            "No container is registered any more under the name that the job gives.";

    private static final String HANDED_BACK =
            "The dispatcher that ran its task was stopped; it waits for the next.";

    private static final String HELD_BACK = "Another job with the same exclusive key is worked on.";

    private final JobStore store;
    private final TaskRunner runner;
    private final TaskGrant grant;
    private final DispatchSettings settings;
    private final Duration lease;
    private final InstantSource clock;
    private final SteadyClock steadyClock;
    private volatile Instant pausedUntil = Instant.MIN;

    public Dispatcher(
            JobStore store,
            TaskRunner runner,
            TaskGrant grant,
            DispatchSettings settings,
            Duration lease,
            InstantSource clock,
            SteadyClock steadyClock) {
        this.store = store;
        this.runner = runner;
        this.grant = grant;
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
        if (isPausing()) {
            return Begun.NO_CAPACITY;
        }
        Optional<Job> found = store.find(id);
        if (found.isEmpty()
                || !(found.get().state() instanceof JobState.Queued queued)
                || queued.attempt() > lastAttempt) {
            return Begun.NOTHING_TO_DO;
        }
        boolean again = store.attempt(id, queued.attempt()).filter(JobAttempt::asked).isPresent();
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
        return start(starting, again);
    }

    /// For an attempt of which no task is on record, since whoever started it, or wanted to, did
    /// not get as far as to write it down.
    void resume(Job starting) {
        if (!isPausing()) {
            start(starting, true);
        }
    }

    /// Has the attempt of a task wait again that was ended with this service, so that a restart
    /// costs no attempt. Without effect on a job that another task has meanwhile, or that is over.
    public void handBack(AliveTask ended) {
        Optional<Job> held =
                store.find(ended.job())
                        .filter(job -> job.state().attempt() == ended.attempt())
                        .filter(_ -> isOnRecord(ended));
        held.ifPresent(job -> {
            switch (job.state()) {
                case JobState.Starting starting ->
                        store.replace(
                                job, job.with(starting.postponed(clock.instant(), HANDED_BACK)));
                case JobState.Running running ->
                        store.replace(
                                job, job.with(running.handedBack(clock.instant(), HANDED_BACK)));
                case JobState.Queued _, JobState.Ended _ -> {}
            }
        });
    }

    private boolean isOnRecord(AliveTask task) {
        return store.attempt(task.job(), task.attempt())
                .flatMap(JobAttempt::task)
                .filter(task.task().value()::equals)
                .isPresent();
    }

    private boolean isPausing() {
        return steadyClock.now().isBefore(pausedUntil);
    }

    private Begun start(Job starting, boolean again) {
        Optional<ContainerImage> container = Optional.empty();
        if (starting.order().kind().equals(JobKinds.CONTAINER)) {
            container = grant.container(starting);
            if (container.isEmpty()) {
                change(starting, state -> state.failed(clock.instant(), NO_CONTAINER));
                return Begun.NOTHING_TO_DO;
            }
        }
        return switch (runner.start(request(starting, container, again))) {
            case TaskStart.Started(TaskId task) -> {
                FailPoint.reach("processor.after-task-start");
                store.noteTask(starting.id(), starting.state().attempt(), task.value());
                log.atInfo()
                        .addKeyValue("jobId", starting.id())
                        .addKeyValue("attempt", starting.state().attempt())
                        .addKeyValue("task", task)
                        .log("Task started");
                yield Begun.STARTED;
            }
            case TaskStart.NoCapacity(String reason, Duration pause) -> {
                pausedUntil = steadyClock.now().plus(pause);
                change(starting, state -> state.postponed(clock.instant(), reason));
                yield Begun.NO_CAPACITY;
            }
            case TaskStart.Unclear(String reason, Duration pause) -> {
                // The job stays as it is, so that the task can claim it, if there is one.
                pausedUntil = steadyClock.now().plus(pause);
                log.atWarn().addKeyValue("jobId", starting.id()).log("{}", reason);
                yield Begun.NO_CAPACITY;
            }
            case TaskStart.Refused(String reason) -> {
                change(starting, state -> state.failed(clock.instant(), reason));
                yield Begun.NOTHING_TO_DO;
            }
            case TaskStart.Spoilt(String reason) -> {
                int most = starting.order().mostAttempts();
                change(starting, state -> state.attemptFailed(clock.instant(), reason, most));
                yield Begun.NOTHING_TO_DO;
            }
        };
    }

    private TaskRequest request(Job starting, Optional<ContainerImage> container, boolean again) {
        Duration longest =
                settings.prepareWithin()
                        .plus(settings.claimWithin())
                        .plus(starting.order().timeout())
                        .plus(lease);
        Map<String, String> environment = grant.of(starting, longest);
        return new TaskRequest(
                starting.id(),
                starting.state().attempt(),
                starting.order().resources(),
                longest,
                environment,
                container.flatMap(image -> beside(image, environment)),
                again);
    }

    /// Empty when the job's file is gone: the task finds that out too, and says so.
    private static Optional<TaskContainer> beside(
            ContainerImage image, Map<String, String> environment) {
        return ContainerUrls.of(environment)
                .flatMap(urls ->
                        ObjectUrls.of(environment)
                                .input()
                                .map(input ->
                                        new TaskContainer(
                                                image.image(),
                                                image.command(),
                                                urls.forContainer(input))));
    }

    private void holdBack(Job job, JobState.Queued queued) {
        if (!queued.reason().equals(HELD_BACK)) {
            store.replace(job, job.with(queued.heldBack(HELD_BACK)));
        }
    }

    /// There may be room again.
    void roomMade() {
        pausedUntil = Instant.MIN;
    }

    private void change(Job starting, Change change) {
        if (starting.state() instanceof JobState.Starting state) {
            store.replace(starting, starting.with(change.of(state)));
        }
    }

    private interface Change {
        JobState of(JobState.Starting state);
    }
}
