package dev.makeline.benchmark.latency;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// Makes each call when it is due, whether or not the ones before were answered. A system that
/// stalls is thus asked on, and each call that was due meanwhile counts with what it waited.
public final class OpenLoop {

    private OpenLoop() {}

    /// Returns when all are answered.
    ///
    /// @param arrivals by the time they are due
    /// @param call returns what is still to be done and does not count as latency, and throws for a
    ///   failure; called by many threads at once
    public static <K> List<Answered<K>> run(List<Arrival<K>> arrivals, Function<K, Runnable> call) {
        Queue<Answered<K>> answers = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Arrival<K> arrival : arrivals) {
                long due = began + arrival.due().toNanos();
                awaitTurn(due);
                each.execute(() -> answers.add(answer(arrival.kind(), due, call)));
            }
        }
        return List.copyOf(answers);
    }

    private static <K> Answered<K> answer(K kind, long due, Function<K, Runnable> call) {
        Optional<String> failure = Optional.empty();
        long begun = System.nanoTime();
        long answered = due;
        try {
            Runnable rest = call.apply(kind);
            answered = System.nanoTime();
            rest.run();
        } catch (RuntimeException e) {
            failure = Optional.of(String.valueOf(e.getMessage()));
        }
        return new Answered<>(
                kind, Duration.ofNanos(begun - due), Duration.ofNanos(answered - due), failure);
    }

    /// @param due by [System#nanoTime()]
    private static void awaitTurn(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
