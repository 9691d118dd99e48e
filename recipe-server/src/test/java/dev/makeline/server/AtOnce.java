package dev.makeline.server;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Many who do something at the same moment.
final class AtOnce {

    private AtOnce() {}

    static <T> List<T> each(List<Callable<T>> all) {
        CyclicBarrier together = new CyclicBarrier(all.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures =
                    all.stream()
                            .map(one ->
                                    threads.submit(() -> {
                                        together.await();
                                        return one.call();
                                    }))
                            .toList();
            return futures.stream().map(AtOnce::result).toList();
        }
    }

    static <T> List<T> times(int count, Callable<T> one) {
        return each(IntStream.range(0, count).mapToObj(_ -> one).toList());
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
