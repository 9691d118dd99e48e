package dev.makeline.server.access;

import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.audit.AuditEvent;
import dev.makeline.server.audit.AuditLog;
import io.micronaut.http.HttpRequest;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts refusals on record: the first of each actor, or address where nobody is known, in a minute
/// one by one, the others as one event with their number. So whoever floods this server writes a
/// bounded number of rows and waits for none of them. Thread-safe.
@Singleton
public final class Refusals {

    /// Characters of a path that an event keeps; what is longer is no path of ours.
    private static final int LONGEST_PATH = 200;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final AuditLog audit;
    private final RequestAudit events;
    private final RefusalSettings settings;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private RefusalWindow window;

    Refusals(AuditLog audit, RequestAudit events, RefusalSettings settings, InstantSource clock) {
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
        this.window = new RefusalWindow(settings);
    }

    /// The future ends when the refusal may be answered, and never fails: nothing was done that
    /// must not be done without a record, and one that cannot be written now is summed.
    ///
    /// @param target the id of what was asked for
    /// @param status that is answered
    public CompletableFuture<Void> record(
            HttpRequest<?> request, Optional<Caller> caller, Optional<String> target, int status) {
        AuditEvent event =
                events.event(
                        request,
                        AuditAction.ACCESS_REFUSED,
                        caller.map(Caller::owner),
                        target,
                        Map.of(
                                "method", request.getMethodName(),
                                "path", shortened(request.getPath()),
                                "status", Integer.toString(status)));
        RefusalSource source = RefusalSource.of(caller.map(Caller::owner), event.address());
        if (!admits(source, event.at())) {
            return CompletableFuture.completedFuture(null);
        }
        return audit.appendAsync(event)
                .exceptionally(cause -> {
                    log.atWarn()
                            .addKeyValue("cause", cause.getMessage())
                            .log("A refusal is not on record; it becomes part of the next sum");
                    count(source, event.at());
                    return null;
                });
    }

    private synchronized boolean admits(RefusalSource source, Instant at) {
        return window.admits(source, at);
    }

    private synchronized void count(RefusalSource source, Instant at) {
        window.count(source, at);
    }

    private synchronized List<RefusalWindow.Sum> nextWindow() {
        List<RefusalWindow.Sum> sums = window.sums();
        window = new RefusalWindow(settings);
        return sums;
    }

    private synchronized void keep(List<RefusalWindow.Sum> sums) {
        sums.forEach(window::add);
    }

    @EventListener
    void start(ServerStartupEvent event) {
        Thread.ofVirtual().name("refusals").start(this::run);
    }

    private void run() {
        try {
            while (!stopping.await(WINDOW.toMillis(), TimeUnit.MILLISECONDS)) {
                pollOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the minute: puts its sums on record and counts anew. What cannot be written becomes
    /// part of the next minute's.
    void pollOnce() {
        List<RefusalWindow.Sum> sums = nextWindow();
        for (int i = 0; i < sums.size(); i++) {
            try {
                audit.append(event(sums.get(i)));
            } catch (RuntimeException e) {
                log.atWarn()
                        .addKeyValue("cause", e.getMessage())
                        .log("Sums of refusals are not on record yet");
                keep(sums.subList(i, sums.size()));
                return;
            }
        }
    }

    private AuditEvent event(RefusalWindow.Sum sum) {
        return new AuditEvent(
                clock.instant(),
                AuditAction.REFUSALS_SUMMED,
                sum.source() instanceof RefusalSource.Actor(OwnerId owner)
                        ? Optional.of(owner.value())
                        : Optional.empty(),
                sum.source() instanceof RefusalSource.Address(String address) ? address : "several",
                Optional.empty(),
                Map.of(
                        "count", Long.toString(sum.count()),
                        "from", sum.from().toString(),
                        "until", sum.until().toString()));
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
        pollOnce();
    }
}
