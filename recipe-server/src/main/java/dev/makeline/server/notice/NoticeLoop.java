package dev.makeline.server.notice;

import dev.makeline.operations.FailPoint;
import dev.makeline.operations.SteadyClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the administrators of deletions: reads the outbox, claims each notice, tells it, and moves
/// it to what was told. Any number of servers do so at once. What a crash interrupts is told by
/// whoever sees its lease lapse; a channel that is down is tried again with growing pauses, for as
/// long as it takes. Thread-safe.
@Singleton
public final class NoticeLoop {

    private static final int PAGE = 100;

    /// From then on a person must act: with pauses up to five minutes this is half an hour.
    private static final int ATTEMPTS_TO_WORRY = 15;

    private static final Logger log = LoggerFactory.getLogger(NoticeLoop.class);

    private enum Outcome {
        TOLD,
        TAKEN_BY_ANOTHER,
        FAILED
    }

    private final NoticeOutbox outbox;
    private final NoticeChannel channel;
    private final NoticeSettings settings;
    private final InstantSource clock;
    private final ExecutorService executor;
    private final ObservedLeases leases;
    private final Counter told;
    private final Counter failed;
    private final Semaphore nudges = new Semaphore(0);
    private Optional<String> reached = Optional.empty();
    private volatile boolean stopping;

    NoticeLoop(
            NoticeOutbox outbox,
            NoticeChannel channel,
            NoticeSettings settings,
            InstantSource clock,
            SteadyClock steadyClock,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.channel = channel;
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
        this.leases = new ObservedLeases(steadyClock, settings.lease());
        this.told = counter(meters, "told");
        this.failed = counter(meters, "failed");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("makeline.notices")
                .description("Attempts to tell the administrators of a deletion")
                .tag("outcome", outcome)
                .register(meters);
    }

    @EventListener
    void start(ServerStartupEvent event) {
        Thread.ofVirtual().name("notices").start(this::run);
    }

    /// Never blocks: there is a new notice. Without it, the notice is found at the next poll.
    public void nudge() {
        nudges.release();
    }

    private void run() {
        try {
            while (!stopping) {
                if (pollAndSurvive() == 0) {
                    boolean _ =
                            nudges.tryAcquire(
                                    settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                    nudges.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int pollAndSurvive() throws InterruptedException {
        try {
            return pollOnce();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("Notices of deletions cannot be read or kept; tried again");
            return 0;
        }
    }

    /// Looks at one page of the outbox, from where the last one ended; ends early when the channel
    /// fails, since it will for the next one too.
    ///
    /// @return how many were told
    synchronized int pollOnce() throws InterruptedException {
        NoticeOutbox.Found found = outbox.read(reached, PAGE);
        reached = found.next();
        int count = 0;
        for (WaitingNotice notice : found.notices()) {
            if (stopping) {
                break;
            }
            if (isDue(notice)) {
                Outcome outcome = attempt(notice);
                count += outcome == Outcome.TOLD ? 1 : 0;
                if (outcome == Outcome.FAILED) {
                    break;
                }
            }
        }
        return count;
    }

    /// A time that is further off than any pause was written by a clock that went wrong.
    private boolean isDue(WaitingNotice notice) {
        if (notice.lease().isPresent()) {
            return leases.hasLapsed(notice.lease().get());
        }
        Instant now = clock.instant();
        return notice.notBefore()
                .filter(time -> time.isAfter(now))
                .filter(time -> time.isBefore(now.plus(settings.longestPause())))
                .isEmpty();
    }

    private Outcome attempt(WaitingNotice notice) throws InterruptedException {
        String lease = UUID.randomUUID().toString();
        if (!outbox.claim(notice, lease)) {
            return Outcome.TAKEN_BY_ANOTHER;
        }
        FailPoint.reach("server.notice-claimed");
        try {
            tellInTime(notice.notice());
        } catch (RuntimeException e) {
            failed.increment();
            giveBack(notice, lease, e);
            return Outcome.FAILED;
        }
        FailPoint.reach("server.notice-sent");
        if (!outbox.moveToTold(notice, lease, channel.label(), clock.instant())) {
            return Outcome.TAKEN_BY_ANOTHER;
        }
        told.increment();
        log.atInfo()
                .addKeyValue("deletionId", notice.notice().deletionId())
                .addKeyValue("channel", channel.label())
                .log("Administrators were told of a deletion");
        return Outcome.TOLD;
    }

    private void tellInTime(DeletionNotice notice) throws InterruptedException {
        Future<?> sending =
                executor.submit(() -> {
                    channel.tell(notice);
                    return null;
                });
        try {
            sending.get(settings.sendTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sending.cancel(true);
            throw new NoticeNotTakenException(
                    "The channel %s took longer than %s"
                            .formatted(channel.label(), settings.sendTimeout()),
                    e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException cause -> cause;
                case null, default -> new NoticeNotTakenException("Not told", e);
            };
        }
    }

    private void giveBack(WaitingNotice notice, String lease, RuntimeException cause) {
        long attempts = notice.attempts() + 1;
        (attempts < ATTEMPTS_TO_WORRY ? log.atWarn() : log.atError())
                .addKeyValue("deletionId", notice.notice().deletionId())
                .addKeyValue("channel", channel.label())
                .addKeyValue("attempt", attempts)
                .addKeyValue("cause", cause.getMessage())
                .log("Administrators could not be told of a deletion; tried again");
        double spread = ThreadLocalRandom.current().nextDouble();
        outbox.giveBack(
                notice,
                lease,
                clock.instant().plus(NoticePause.after(attempts, settings.longestPause(), spread)));
    }

    /// Returns when the notice that is being told is done.
    @PreDestroy
    void stop() {
        stopping = true;
        nudges.release();
        synchronized (this) {
            reached = Optional.empty();
        }
    }
}
