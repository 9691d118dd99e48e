package dev.makeline.benchmark.instance;

import dev.makeline.benchmark.workload.DroppedFile;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Puts many files into one bucket, as fast as it takes them.
public final class BucketLoader {

    private static final int THREADS = 8;

    private final S3Client s3;
    private final String bucket;

    public BucketLoader(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /// Returns when all are there.
    ///
    /// @throws java.util.concurrent.CompletionException when one could not be put
    public void putAll(int from, int to, IntFunction<DroppedFile> file) {
        AtomicInteger next = new AtomicInteger(from);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            CompletableFuture.allOf(
                            Stream.generate(() ->
                                            CompletableFuture.runAsync(
                                                    () -> putNext(next, to, file), threads))
                                    .limit(THREADS)
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    /// @return the object's eTag
    public String put(DroppedFile file) {
        return s3.putObject(
                        put -> put.bucket(bucket).key(file.key()),
                        RequestBody.fromString(file.content()))
                .eTag();
    }

    private void putNext(AtomicInteger next, int to, IntFunction<DroppedFile> file) {
        for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
            put(file.apply(number));
        }
    }
}
