package dev.makeline.operations;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Asks all dependencies at once whether they answer now, each for a bounded time. Unlike
/// readiness, which only wants to know whether they ever did. Thread-safe; blocking.
@Singleton
public final class DependencyProbes {

    private final List<Dependency> dependencies;
    private final ExecutorService executor;

    DependencyProbes(
            List<Dependency> dependencies,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.dependencies = dependencies;
        this.executor = executor;
    }

    /// Whether each was reached, by name.
    public Map<String, Boolean> run(Duration longest) {
        Map<String, CompletableFuture<Boolean>> probes = new LinkedHashMap<>();
        dependencies.forEach(one -> probes.put(one.name(), probe(one, longest)));
        Map<String, Boolean> reached = new LinkedHashMap<>();
        probes.forEach((name, probe) -> reached.put(name, probe.join()));
        return reached;
    }

    private CompletableFuture<Boolean> probe(Dependency dependency, Duration longest) {
        return CompletableFuture.runAsync(dependency.probe(), executor)
                .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .handle((_, failure) -> failure == null);
    }
}
