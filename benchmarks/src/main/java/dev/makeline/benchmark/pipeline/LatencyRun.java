package dev.makeline.benchmark.pipeline;

import dev.makeline.benchmark.instance.BucketLoader;
import dev.makeline.benchmark.instance.InstanceFailedException;
import dev.makeline.benchmark.instance.RecipeApi;
import dev.makeline.benchmark.latency.Percentiles;
import dev.makeline.benchmark.workload.DroppedFile;
import dev.makeline.benchmark.workload.Workload;
import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ResourceNames;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Puts makes on a fixed schedule, whether or not the pipeline keeps up, and asks for some of them
/// until they can be read.
final class LatencyRun {

    /// Each sampled make is asked for again and again, so a sample costs the server several
    /// requests: few enough that they hardly count beside the load.
    private static final double SAMPLES_A_SECOND = 5;

    /// The first pause between two questions for one make.
    private static final Duration POLL = Duration.ofMillis(30);

    /// Later pauses are this part of the time that has passed, so that makes that take long are not
    /// asked for more often than others: the questions would be the load that they measure.
    private static final int PART_OF_AGE = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Workload workload;
    private final BucketLoader bucket;
    private final RecipeApi api;
    private final Collection<Duration> latencies = new ConcurrentLinkedQueue<>();

    LatencyRun(Workload workload, BucketLoader bucket, RecipeApi api) {
        this.workload = workload;
        this.bucket = bucket;
        this.api = api;
    }

    /// Returns when all are put and every sampled make was read.
    ///
    /// @param from the number of the first make
    /// @throws java.util.concurrent.CompletionException when a put failed or a sampled make did not
    ///   appear
    Latency run(int from, int makes, double makesPerSecond) {
        long began = System.nanoTime();
        double nanosEach = 1e9 / makesPerSecond;
        int sampleEach = Math.max(1, (int) Math.round(makesPerSecond / SAMPLES_A_SECOND));
        ConcurrentLinkedQueue<Long> putEnds = new ConcurrentLinkedQueue<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] all =
                    IntStream.range(0, makes)
                            .mapToObj(number -> {
                                awaitTurn(began + (long) (number * nanosEach));
                                return CompletableFuture.runAsync(
                                        () ->
                                                putEnds.add(
                                                        drop(
                                                                from + number,
                                                                number % sampleEach == 0)),
                                        each);
                            })
                            .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
        }
        double seconds =
                (putEnds.stream().mapToLong(Long::longValue).max().orElse(began) - began) / 1e9;
        return new Latency(makesPerSecond, makes / seconds, Percentiles.of(latencies));
    }

    /// @return when the put ended
    private long drop(int number, boolean sampled) {
        DroppedFile file = workload.make(number);
        String eTag = bucket.put(file);
        long putEnd = System.nanoTime();
        if (sampled) {
            ObjectVersion object =
                    new ObjectVersion(
                            ResourceNames.INTAKE_BUCKET, file.key(), Optional.empty(), eTag);
            awaitReadable(object, putEnd);
            latencies.add(Duration.ofNanos(System.nanoTime() - putEnd));
        }
        return putEnd;
    }

    private void awaitReadable(ObjectVersion object, long since) {
        while (!isReadable(object)) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new InstanceFailedException(
                        "%s could not be read %s after it was put"
                                .formatted(object.key(), PATIENCE));
            }
            long age = System.nanoTime() - since;
            LockSupport.parkNanos(Math.max(POLL.toNanos(), age / PART_OF_AGE));
        }
    }

    private boolean isReadable(ObjectVersion object) {
        return MakeAddress.find(api, object.objectId())
                .flatMap(address -> api.find(address.path()))
                .isPresent();
    }

    private static void awaitTurn(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
