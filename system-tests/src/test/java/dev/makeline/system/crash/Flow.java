package dev.makeline.system.crash;

import static org.awaitility.Awaitility.await;

import dev.makeline.system.instance.RecordedHistory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Files that keep coming, one each period, while a test disturbs. Closing it waits for the last.
final class Flow implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("flow").factory());
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private Flow() {}

    static Flow of(RecordedHistory history, int files, Duration period) {
        var flow = new Flow();
        var left = new AtomicInteger(files);
        var _ =
                flow.executor.scheduleAtFixedRate(
                        () -> flow.put(history, left), 0, period.toNanos(), TimeUnit.NANOSECONDS);
        return flow;
    }

    private void put(RecordedHistory history, AtomicInteger left) {
        try {
            history.putMake();
            if (left.decrementAndGet() == 0) {
                end.complete(null);
                executor.shutdown();
            }
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            await("the last file is put").atMost(LONGEST).until(end::isDone);
            end.join();
        } finally {
            executor.shutdownNow();
        }
    }
}
