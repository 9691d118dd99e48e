package dev.makeline.watcher;

import dev.makeline.watcher.events.EventLoop;
import dev.makeline.watcher.events.EventMeters;
import dev.makeline.watcher.events.EventQueue;
import dev.makeline.watcher.events.EventSettings;
import dev.makeline.watcher.intake.Intake;
import dev.makeline.watcher.listing.ReconcilingListing;
import dev.makeline.watcher.loop.BackOffSettings;
import dev.makeline.watcher.loop.Loop;
import dev.makeline.watcher.queues.QueueGauges;
import dev.makeline.watcher.stranded.StrandedJobs;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Starts the loops with the service and drains them with it: turns in hand are finished, no poll
/// is cut off, what is held is given back.
@Singleton
final class Watcher {

    private static final Logger log = LoggerFactory.getLogger(Watcher.class);

    private final WatcherSettings settings;
    private final BackOffSettings backOff;
    private final InstantSource clock;
    private final List<EventLoop> pollers;
    private final ReconcilingListing listing;
    private final List<Loop> loops = new ArrayList<>();

    Watcher(
            WatcherSettings settings,
            EventSettings eventSettings,
            BackOffSettings backOff,
            EventQueue queue,
            Intake intake,
            EventMeters meters,
            ReconcilingListing listing,
            StrandedJobs stranded,
            QueueGauges gauges,
            InstantSource clock) {
        this.settings = settings;
        this.backOff = backOff;
        this.clock = clock;
        this.listing = listing;
        this.pollers =
                IntStream.range(0, settings.eventsOn() ? eventSettings.pollers() : 0)
                        .mapToObj(_ -> new EventLoop(queue, intake, eventSettings, meters, clock))
                        .toList();
        pollers.forEach(poller -> add("events-" + loops.size(), poller::pollOnce));
        add("listing", listing::pollOnce);
        add("stranded", stranded::pollOnce);
        add("queue-gauges", gauges::pollOnce);
    }

    @EventListener
    void start(ServerStartupEvent started) {
        loops.forEach(Loop::start);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        long deadline = System.nanoTime() + settings.drain().toNanos();
        loops.forEach(Loop::stop);
        List<String> unfinished = new ArrayList<>();
        for (Loop loop : loops) {
            if (!loop.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                unfinished.add(loop.name());
            }
        }
        if (unfinished.isEmpty()) {
            release();
            log.info("Drained");
        } else {
            log.atWarn()
                    .addKeyValue("loops", unfinished)
                    .log(
                            "Stopped before every turn was finished; what they held is delivered again");
        }
    }

    /// Saves the next watcher from waiting; without it a lease and a visibility timeout run out.
    private void release() {
        try {
            pollers.forEach(EventLoop::release);
            listing.release();
        } catch (SdkException e) {
            log.atInfo()
                    .addKeyValue("cause", e.getMessage())
                    .log("Could not give back what was held; it becomes free by itself");
        }
    }

    private void add(String name, Loop.Turn turn) {
        loops.add(new Loop(name, turn, backOff, clock));
    }
}
