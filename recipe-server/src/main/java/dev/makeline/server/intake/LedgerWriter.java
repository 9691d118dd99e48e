package dev.makeline.server.intake;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.IntakeLedger;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Writes ledger rows of requests that come at the same time in shared batches: one request to
/// DynamoDB for up to 25 of them. Each caller waits until its own row is durable. Thread-safe.
@Singleton
final class LedgerWriter {

    /// Longer than DynamoDB's client takes with all its retries, and the ledger's own rounds.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private record Waiting(IntakeEntry entry, CompletableFuture<Boolean> durable) {}

    private final IntakeLedger ledger;
    private final LedgerWriterSettings settings;
    private final BlockingQueue<Waiting> queue;
    private final Semaphore requests;
    private final Thread collector = Thread.ofVirtual().name("ledger-writer").unstarted(this::run);
    private volatile boolean stopping;

    LedgerWriter(IntakeLedger ledger, LedgerWriterSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.mostWaiting());
        this.requests = new Semaphore(settings.requestsAtOnce());
    }

    @PostConstruct
    void start() {
        collector.start();
    }

    /// Durable when it returns.
    ///
    /// @throws LedgerBusyException when too many rows wait, or too long
    /// @throws RuntimeException what the shared write failed with; the row may have been written
    void write(IntakeEntry entry) {
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        if (stopping || !queue.offer(waiting)) {
            throw new LedgerBusyException(
                    "More ledger rows wait than makeline.ledger-writer allows");
        }
        await(waiting.durable());
    }

    private static void await(CompletableFuture<Boolean> durable) {
        try {
            durable.orTimeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new LedgerBusyException("A ledger row was not written in time");
        }
    }

    private void run() {
        try {
            while (!stopping || !queue.isEmpty()) {
                // The permit first: rows that come while all requests are under way share the next.
                requests.acquire();
                List<Waiting> batch = collect();
                if (batch.isEmpty()) {
                    requests.release();
                } else {
                    Thread.ofVirtual().name("ledger-batch").start(() -> writeAndRelease(batch));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for a first row, then for others until the batch is full or the time is over.
    private List<Waiting> collect() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>(IntakeLedger.WRITE_BATCH);
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        long end = System.nanoTime() + settings.linger().toNanos();
        while (batch.size() < IntakeLedger.WRITE_BATCH) {
            queue.drainTo(batch, IntakeLedger.WRITE_BATCH - batch.size());
            long left = end - System.nanoTime();
            if (batch.size() == IntakeLedger.WRITE_BATCH || left <= 0) {
                break;
            }
            Waiting next = queue.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
            }
        }
        return batch;
    }

    private void writeAndRelease(List<Waiting> batch) {
        try {
            ledger.write(batch.stream().map(Waiting::entry).toList());
            batch.forEach(waiting -> waiting.durable().complete(true));
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.durable().completeExceptionally(e));
        } finally {
            requests.release();
        }
    }

    /// Takes no more rows, and returns when those that wait are written.
    @PreDestroy
    void stop() {
        stopping = true;
        try {
            collector.join(LONGEST_WAIT);
            requests.tryAcquire(
                    settings.requestsAtOnce(), LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
