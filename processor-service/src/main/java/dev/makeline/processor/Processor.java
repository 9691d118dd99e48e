package dev.makeline.processor;

import dev.makeline.processor.dispatch.DispatchSettings;
import dev.makeline.processor.dispatch.Dispatcher;
import dev.makeline.processor.dispatch.JobStream;
import dev.makeline.processor.dispatch.Reconciler;
import dev.makeline.processor.dispatch.WaitingJobs;
import dev.makeline.processor.loop.Loop;
import dev.makeline.processor.run.TaskFolder;
import dev.makeline.processor.task.AliveTask;
import dev.makeline.processor.task.TaskRunner;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Starts the loops of the role `dispatch` with the service and drains them with it; then ends the
/// tasks that can't go on without it and hands their attempts back.
@Singleton
final class Processor {

    private static final Logger log = LoggerFactory.getLogger(Processor.class);

    private final DispatchSettings settings;
    private final TaskRunner runner;
    private final Dispatcher dispatcher;
    private final List<Loop> loops;

    Processor(
            DispatchSettings settings,
            JobStream stream,
            Reconciler reconciler,
            WaitingJobs waiting,
            TaskRunner runner,
            Dispatcher dispatcher) {
        this.settings = settings;
        this.runner = runner;
        this.dispatcher = dispatcher;
        runner.whenTaskEnds(waiting::roomMade);
        this.loops =
                List.of(
                        new Loop(
                                "stream",
                                () ->
                                        stream.pollOnce() > 0
                                                ? Duration.ZERO
                                                : settings.streamInterval()),
                        new Loop(
                                "reconcile",
                                () -> {
                                    reconciler.pollOnce();
                                    return settings.reconcileInterval();
                                }));
    }

    @EventListener
    void start(ServerStartupEvent started) {
        TaskFolder.removeLeftovers(TaskFolder.root());
        loops.forEach(Loop::start);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        loops.forEach(Loop::stop);
        long deadline = System.nanoTime() + settings.drain().toNanos();
        for (Loop loop : loops) {
            loop.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
        runner.endAll().forEach(this::handBack);
        log.info("Drained");
    }

    /// What can't be written is found by whoever comes next, as a task that was lost.
    private void handBack(AliveTask ended) {
        try {
            dispatcher.handBack(ended);
        } catch (SdkException e) {
            log.atWarn()
                    .addKeyValue("jobId", ended.job())
                    .addKeyValue("cause", e.getMessage())
                    .log("An attempt could not be handed back; it counts as failed");
        }
    }
}
