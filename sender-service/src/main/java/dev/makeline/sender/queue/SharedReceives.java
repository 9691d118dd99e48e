package dev.makeline.sender.queue;

import dev.makeline.operations.SteadyClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.model.Message;

/// Receives for all sessions together: a few pollers ask SQS for ten messages at a time, and each
/// message goes to whichever session is free first.
///
/// SQS is asked only while more sessions are free than messages are here or asked for; so that at
/// most ten for each poller wait here, none of them behind another's slow handling, and receives
/// cost a tenth of a request a message under load. Thread-safe.
final class SharedReceives {

    private static final Logger log = LoggerFactory.getLogger(SharedReceives.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /// A session asks again until it notices that it is closed.
    private static final Duration WHILE_STOPPING = Duration.ofMillis(20);

    private final JobQueue queue;
    private final HeldMessages held;
    private final SessionSettings settings;
    private final SteadyClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition arrived = lock.newCondition();
    private final Deque<Message> here = new ArrayDeque<>();
    private final List<Thread> pollers = new ArrayList<>();
    private int freeSessions;
    private int polls;
    private boolean open = true;

    SharedReceives(JobQueue queue, HeldMessages held, SessionSettings settings, SteadyClock clock) {
        this.queue = queue;
        this.held = held;
        this.settings = settings;
        this.clock = clock;
    }

    void start() {
        for (int poller = 0; poller < settings.pollers(); poller++) {
            pollers.add(Thread.ofVirtual().name("receive-" + poller).start(this::poll));
        }
    }

    /// The next message for a free session; empty when none came within the long poll, or when it
    /// is closed.
    Optional<Message> take() throws InterruptedException {
        lock.lock();
        try {
            freeSessions++;
            wanted.signalAll();
            try {
                long nanos = (open ? settings.longPoll() : WHILE_STOPPING).toNanos();
                while (here.isEmpty() && nanos > 0) {
                    nanos = arrived.awaitNanos(nanos);
                }
                return Optional.ofNullable(here.poll());
            } finally {
                freeSessions--;
            }
        } finally {
            lock.unlock();
        }
    }

    /// Asks SQS for nothing more, and hands out nothing more; what is here stays in hand.
    void stop() {
        lock.lock();
        try {
            open = false;
            here.clear();
            wanted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns when no receive is in flight: to cut one off would leave hidden what SQS answers
    /// meanwhile.
    void awaitEnd(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        for (Thread poller : pollers) {
            boolean _ = poller.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    private void poll() {
        int failures = 0;
        try {
            while (awaitWanted()) {
                try {
                    arrived(queue.receive(settings.longPoll()));
                    failures = 0;
                    // Whatever it is, the next receive may work; a poller that ended would be
                    // missed.
                } catch (RuntimeException e) {
                    arrived(List.of());
                    tell(e, failures);
                    pause(failures++);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitWanted() throws InterruptedException {
        lock.lock();
        try {
            while (open && freeSessions <= here.size() + polls * JobQueue.BATCH) {
                wanted.await();
            }
            polls++;
            return open;
        } finally {
            lock.unlock();
        }
    }

    private void arrived(List<Message> messages) {
        held.received(messages, clock.now(), queue.visibility());
        lock.lock();
        try {
            polls--;
            if (open) {
                here.addAll(messages);
                messages.forEach(_ -> arrived.signal());
            }
        } finally {
            lock.unlock();
        }
    }

    private void pause(int failures) throws InterruptedException {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (open && nanos > 0) {
                nanos = wanted.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void tell(RuntimeException e, int failures) {
        if (failures == 0) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("Upload jobs cannot be received; trying again");
        }
    }
}
