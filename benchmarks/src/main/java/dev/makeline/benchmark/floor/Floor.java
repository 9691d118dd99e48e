package dev.makeline.benchmark.floor;

import dev.makeline.benchmark.instance.AwsAccess;
import dev.makeline.benchmark.instance.BucketLoader;
import dev.makeline.benchmark.workload.DroppedFile;
import dev.makeline.benchmark.workload.Workload;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Measures how fast the stand-ins let anybody be.
public final class Floor {

    /// How many threads are tried; one in eight forwards, the others get and put.
    private static final List<Integer> THREADS = List.of(8, 16, 32);

    private static final int BATCH = 10;

    /// What one pair of loops must at least forward before the JIT has seen it.
    private static final int WARM_UP = 2_000;

    /// What a stored make holds beside its document, on average; close to the real one.
    private static final int COMPARISON_BYTES = 800;

    private final Workload workload;
    private final int makes;
    private final String comparison;

    /// @param makes in each round, rounded down to tens
    public Floor(Workload workload, int makes) {
        this.workload = workload;
        this.makes = Math.max(BATCH, makes / BATCH * BATCH);
        this.comparison = "c".repeat(COMPARISON_BYTES);
    }

    /// @param makesPerSecond the best of the rounds
    /// @param threads with which it was reached
    public record Result(double makesPerSecond, int threads) {}

    /// Blocks for some tens of seconds.
    public Result measure(AwsAccess aws, Consumer<String> progress) {
        FloorStand stand = FloorStand.create(aws);
        load(stand);
        round(stand, "warm-up", Math.min(makes, WARM_UP), THREADS.getFirst());
        Result best = new Result(0, 0);
        for (int threads : THREADS) {
            double rate = round(stand, "threads-" + threads, makes, threads);
            progress.accept("floor with %d threads: %.0f makes/s".formatted(threads, rate));
            best = rate > best.makesPerSecond() ? new Result(rate, threads) : best;
        }
        return best;
    }

    private double round(FloorStand stand, String name, int count, int threads) {
        for (int from = 0; from < count; from += BATCH) {
            stand.send(
                    stand.events(),
                    IntStream.range(from, from + BATCH)
                            .mapToObj(number -> FloorMessages.event(key(number)))
                            .toList());
        }
        int forwarders = Math.max(1, threads / 8);
        return new FloorRound(stand, name, count, comparison).run(forwarders, threads - forwarders);
    }

    private void load(FloorStand stand) {
        new BucketLoader(stand.aws().s3(), stand.bucket())
                .putAll(
                        0,
                        makes,
                        number -> new DroppedFile(key(number), workload.make(number).content()));
    }

    private static String key(int number) {
        return "makes/%07d.json".formatted(number);
    }
}
