package dev.makeline.sender.queue;

import com.amazon.sqs.javamessaging.SQSSession;
import dev.makeline.protocol.ResourceNames;
import dev.makeline.sender.gate.Gate;
import io.micronaut.jms.listener.JMSListener;
import io.micronaut.jms.listener.JMSListenerRegistry;
import io.micronaut.jms.model.JMSDestinationType;
import io.micronaut.jms.pool.JMSConnectionPool;
import io.micronaut.jms.sqs.configuration.SqsConfiguration;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Opens the JMS sessions once the queue is there, and drains them when the service stops.
///
/// Each session handles one message at a time on a thread of its own, so that there are never more
/// calls at once than sessions.
@Singleton
final class UploadJobSessions {

    private static final Logger log = LoggerFactory.getLogger(UploadJobSessions.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// For the last changes, after the drain; two calls' time.
    private static final Duration SETTLE = Duration.ofSeconds(5);

    private final SessionSettings settings;
    private final JobQueue queue;
    private final JMSConnectionPool connections;
    private final JMSListenerRegistry registry;
    private final UploadJobListener listener;
    private final HeldMessages held;
    private final SharedReceives receives;
    private final QueueChanges changes;
    private final VisibilityKeeper keeper;
    private final List<Gate> gates;
    private final SessionsAtWork atWork;
    private final List<JMSListener> sessions = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread opening = Thread.ofVirtual().name("open-sessions").unstarted(this::open);
    private final ScheduledExecutorService keeping =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("visibility-keeper").daemon().factory());

    UploadJobSessions(
            SessionSettings settings,
            JobQueue queue,
            @Named(SqsConfiguration.CONNECTION_FACTORY_BEAN_NAME) JMSConnectionPool connections,
            JMSListenerRegistry registry,
            UploadJobListener listener,
            HeldMessages held,
            SharedReceives receives,
            QueueChanges changes,
            VisibilityKeeper keeper,
            List<Gate> gates,
            SessionsAtWork atWork) {
        this.settings = settings;
        this.queue = queue;
        this.connections = connections;
        this.registry = registry;
        this.listener = listener;
        this.held = held;
        this.receives = receives;
        this.changes = changes;
        this.keeper = keeper;
        this.gates = gates;
        this.atWork = atWork;
    }

    @EventListener
    void start(ServerStartupEvent started) {
        opening.start();
    }

    private void open() {
        try {
            retry(this::findQueue, "The queue is not reached yet; trying again every second");
            changes.start();
            receives.start();
            long interval = keeper.interval().toMillis();
            var _ =
                    keeping.scheduleWithFixedDelay(
                            keeper::keepOnce, interval, interval, TimeUnit.MILLISECONDS);
            retry(this::openSessions, "Sessions cannot be opened yet; trying again every second");
            log.atInfo()
                    .addKeyValue("queue", ResourceNames.UPLOAD_JOBS_QUEUE)
                    .addKeyValue("sessions", sessions.size())
                    .log("Taking upload jobs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A step of the start; says why it could not be made yet, or nothing.
    private interface Step {
        Optional<String> tryOnce();
    }

    private void retry(Step step, String message) throws InterruptedException {
        Optional<String> cause = step.tryOnce();
        cause.ifPresent(why ->
                log.atWarn()
                        .addKeyValue("queue", ResourceNames.UPLOAD_JOBS_QUEUE)
                        .addKeyValue("cause", why)
                        .log(message));
        while (cause.isPresent()) {
            if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("Stopped before the start was complete");
            }
            cause = step.tryOnce();
        }
    }

    private Optional<String> findQueue() {
        try {
            queue.open();
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> openSessions() {
        try {
            Connection connection = connections.createConnection();
            while (sessions.size() < settings.count() && stopping.getCount() > 0) {
                sessions.add(
                        registry.register(
                                connection,
                                JMSDestinationType.QUEUE,
                                ResourceNames.UPLOAD_JOBS_QUEUE,
                                false,
                                SQSSession.UNORDERED_ACKNOWLEDGE,
                                listener,
                                null,
                                true,
                                Optional.empty()));
                atWork.opened();
            }
            return Optional.empty();
        } catch (JMSException | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Messages in hand are finished; those that wait for a session, or at a gate, are given back
    /// at once; and what was finished is deleted, before this returns.
    @PreDestroy
    void stop() throws InterruptedException {
        long deadline = System.nanoTime() + settings.drain().toNanos();
        stopping.countDown();
        atWork.stopping();
        listener.stop();
        gates.forEach(Gate::stop);
        receives.stop();
        awaitOpening(deadline);
        boolean drained = closeSessions(deadline);
        receives.awaitEnd(left(deadline));
        keeping.shutdownNow();
        held.all().forEach(message -> giveBack(message.receipt()));
        changes.close(SETTLE);
        (drained ? log.atInfo() : log.atWarn())
                .log(
                        drained
                                ? "Drained"
                                : "Stopped before every message was finished; what was in hand is delivered again");
    }

    /// Until no further session is opened.
    private void awaitOpening(long deadline) throws InterruptedException {
        if (opening.getState() != Thread.State.NEW) {
            boolean _ = opening.join(left(deadline));
        }
    }

    /// All at once, since each waits for its own message in hand.
    private boolean closeSessions(long deadline) throws InterruptedException {
        List<Thread> closing =
                sessions.stream()
                        .map(session -> Thread.ofVirtual().start(() -> close(session)))
                        .toList();
        boolean all = true;
        for (Thread thread : closing) {
            all &= thread.join(left(deadline));
        }
        return all;
    }

    private static void close(JMSListener session) {
        try {
            session.stop();
        } catch (JMSException e) {
            log.atWarn().addKeyValue("cause", e.getMessage()).log("A session did not close");
        }
    }

    private void giveBack(String receipt) {
        if (held.release(receipt)) {
            changes.showAfter(receipt, Duration.ZERO);
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }
}
