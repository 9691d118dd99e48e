package dev.makeline.processor.dispatch;

import dev.makeline.operations.SteadyClock;
import dev.makeline.processor.dispatch.Dispatcher.Begun;
import dev.makeline.protocol.JobId;
import dev.makeline.protocol.job.Job;
import dev.makeline.protocol.job.JobPhase;
import dev.makeline.protocol.job.JobStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Starts the jobs that wait, in their order: the urgent ones first and among equals the oldest. A
/// job whose exclusive key another one has, or whose last attempt failed a moment ago, lets others
/// go first. Thread-safe.
public final class WaitingJobs {

    private record Exclusive(String ownerId, String key) {}

    private final JobStore store;
    private final Dispatcher dispatcher;
    private final SteadyClock steadyClock;
    private final Sightings sightings = new Sightings();

    /// Whether some were left waiting, so that a new one has to queue up behind them.
    private boolean someAreLeft;

    public WaitingJobs(JobStore store, Dispatcher dispatcher, SteadyClock steadyClock) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.steadyClock = steadyClock;
    }

    /// A job came; it is started at once unless others wait before it. Later attempts come in their
    /// turn.
    public synchronized void told(JobId job) {
        if (!someAreLeft && dispatcher.beginFirst(job) == Begun.NO_CAPACITY) {
            someAreLeft = true;
        }
    }

    /// Whether the last round left some without a task for want of room.
    synchronized boolean isFull() {
        return someAreLeft;
    }

    /// A task ended: if jobs wait, they are started now.
    public synchronized void roomMade() {
        if (someAreLeft) {
            dispatcher.roomMade();
            startAll();
        }
    }

    /// Starts what waits until there is no room any more.
    public synchronized void startAll() {
        Set<Exclusive> busy = new HashSet<>();
        Set<JobId> seen = new HashSet<>();
        someAreLeft = false;
        Iterator<Job> waiting = store.inPhase(JobPhase.QUEUED).iterator();
        while (waiting.hasNext() && !someAreLeft) {
            Job job = waiting.next();
            if (isRetry(job)) {
                seen.add(job.id());
            }
            if (isDue(job) && exclusive(job).stream().noneMatch(busy::contains)) {
                switch (dispatcher.begin(job.id())) {
                    case STARTED, HELD_BACK -> busy.addAll(exclusive(job));
                    case NO_CAPACITY -> someAreLeft = true;
                    case NOTHING_TO_DO -> {}
                }
            }
        }
        if (!someAreLeft) {
            // Those that were not come to keep the time for which they have waited.
            sightings.keepOnly(seen);
        }
    }

    private boolean isDue(Job job) {
        Duration delay = RetryDelay.before(job.id(), job.state().attempt());
        return !isRetry(job)
                || sightings.see(job, false, steadyClock.now()).inPhase().compareTo(delay) >= 0;
    }

    private static boolean isRetry(Job job) {
        return job.state().attempt() > 1;
    }

    private static List<Exclusive> exclusive(Job job) {
        return job.order().exclusiveKey().stream()
                .map(key -> new Exclusive(job.ownerId(), key))
                .toList();
    }
}
