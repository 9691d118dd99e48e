package dev.makeline.operations;

import dev.makeline.protocol.Heartbeat;
import dev.makeline.protocol.Heartbeats;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.ApplicationConfiguration;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Writes a sign of life of this instance again and again, from the moment on that its server
/// answers; what has no server, a task of a job say, has no heartbeat. A write that fails costs the
/// service nothing but the sign: it is logged once, and the next is tried at its time.
@Singleton
final class HeartbeatLoop implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(HeartbeatLoop.class);

    /// Between signs of an instance that does not reach what it needs.
    private static final Duration IN_TROUBLE = Duration.ofSeconds(1);

    private final Heartbeats heartbeats;
    private final DependencyProbes probes;
    private final HeartbeatSettings settings;
    private final InstantSource clock;
    private final String service;
    private final String instanceId = InstanceId.next();
    private final Instant startedAt;
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean started;
    private boolean failing;

    HeartbeatLoop(
            DynamoDbClient dynamoDb,
            DependencyProbes probes,
            HeartbeatSettings settings,
            InstantSource clock,
            ApplicationConfiguration application) {
        this.heartbeats = new Heartbeats(dynamoDb);
        this.probes = probes;
        this.settings = settings;
        this.clock = clock;
        this.service = application.getName().orElse("unnamed");
        this.startedAt = now();
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        started = true;
        Thread.ofVirtual().name("heartbeat").start(this::run);
    }

    /// The last thing that is heard of an orderly end is nothing.
    @PreDestroy
    void stop() throws InterruptedException {
        stopAsked.countDown();
        if (started
                && ended.await(settings.probeTimeout().toMillis(), TimeUnit.MILLISECONDS)
                && !failing) {
            attempt(() -> heartbeats.remove(heartbeat(Optional.empty())));
        }
    }

    private void run() {
        try {
            Duration pause;
            do {
                pause = beat();
            } while (!stopAsked.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /// Returns the pause until the next.
    private Duration beat() {
        Optional<String> trouble = trouble(probes.run(settings.probeTimeout()));
        attempt(() -> heartbeats.put(heartbeat(trouble), settings.keptFor()));
        return pause(trouble, settings.interval());
    }

    /// That trouble is over is told sooner than that all is still well.
    static Duration pause(Optional<String> trouble, Duration interval) {
        return trouble.isPresent() && interval.compareTo(IN_TROUBLE) > 0 ? IN_TROUBLE : interval;
    }

    private void attempt(Runnable write) {
        try {
            write.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.atWarn()
                        .addKeyValue("cause", e.toString())
                        .log("The heartbeat could not be written; the service goes on without");
            }
            failing = true;
        }
    }

    private Heartbeat heartbeat(Optional<String> trouble) {
        return new Heartbeat(service, instanceId, Version.OF_BUILD, startedAt, now(), trouble);
    }

    static Optional<String> trouble(Map<String, Boolean> reached) {
        List<String> missing =
                reached.entrySet().stream()
                        .filter(dependency -> !dependency.getValue())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("It does not reach %s.".formatted(String.join(", ", missing)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
