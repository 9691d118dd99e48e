package dev.makeline.server.memory;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Loads values and remembers them for a while. Whoever asks for what is being loaded shares that
/// load, its failure included: while DynamoDB hangs, each waits for one call's time and not for the
/// calls of all before it. A failure is not remembered. Thread-safe.
public final class SharedLoads<K, V> {

    /// What became of a load. A failure is a value here, since the cache would log each future that
    /// fails with its stack trace, which whoever asked for it decides about.
    private sealed interface Loaded<V> {

        record Value<V>(V value) implements Loaded<V> {}

        record Failure<V>(RuntimeException cause) implements Loaded<V> {}
    }

    private final Function<K, V> load;
    private final ExecutorService executor;
    private final AsyncCache<K, Loaded<V>> remembered;

    /// @param load may block; runs on the executor
    /// @param memory how long a value is remembered, zero for not at all; by a clock that nobody
    ///   sets
    /// @param weight of a value, from 0 on
    /// @param mostWeight of all values together
    public SharedLoads(
            Function<K, V> load,
            Function<V, Duration> memory,
            ToIntFunction<V> weight,
            long mostWeight,
            ExecutorService executor) {
        this.load = load;
        this.executor = executor;
        this.remembered =
                Caffeine.newBuilder()
                        .maximumWeight(mostWeight)
                        .<K, Loaded<V>>weigher((_, loaded) -> weightOf(loaded, weight))
                        .expireAfter(
                                Expiry.<K, Loaded<V>>creating(
                                        (_, loaded) -> memoryOf(loaded, memory)))
                        .executor(executor)
                        .buildAsync();
    }

    /// Never blocks. The future fails as its load did.
    public CompletableFuture<V> get(K key) {
        return remembered
                .get(
                        key,
                        (wanted, _) -> CompletableFuture.supplyAsync(() -> load(wanted), executor))
                .thenApply(SharedLoads::valueOf);
    }

    /// Whoever asks from now on gets what was there now or later, also when a load is under way.
    public void forget(K key) {
        remembered.synchronous().invalidate(key);
    }

    private Loaded<V> load(K key) {
        try {
            return new Loaded.Value<>(load.apply(key));
        } catch (RuntimeException e) {
            return new Loaded.Failure<>(e);
        }
    }

    private static <V> V valueOf(Loaded<V> loaded) {
        return switch (loaded) {
            case Loaded.Value<V>(V value) -> value;
            case Loaded.Failure<V>(RuntimeException cause) -> throw cause;
        };
    }

    private static <V> int weightOf(Loaded<V> loaded, ToIntFunction<V> weight) {
        return switch (loaded) {
            case Loaded.Value<V>(V value) -> weight.applyAsInt(value);
            case Loaded.Failure<V> _ -> 0;
        };
    }

    private static <V> Duration memoryOf(Loaded<V> loaded, Function<V, Duration> memory) {
        return switch (loaded) {
            case Loaded.Value<V>(V value) -> memory.apply(value);
            case Loaded.Failure<V> _ -> Duration.ZERO;
        };
    }
}
