package dev.makeline.server.page.admin;

import dev.makeline.operations.Dependency;
import dev.makeline.server.page.admin.HealthPage.Reached;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Asks every dependency at once, each for a bounded time. Thread-safe; blocking.
@Singleton
final class HealthCheck {

    private static final int LONGEST_SECONDS = 3;

    private final List<Dependency> dependencies;
    private final ExecutorService executor;

    HealthCheck(
            List<Dependency> dependencies,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.dependencies = dependencies;
        this.executor = executor;
    }

    HealthPage now() {
        return new HealthPage(
                dependencies.stream().map(this::reach).toList().stream()
                        .map(CompletableFuture::join)
                        .toList());
    }

    private CompletableFuture<Reached> reach(Dependency dependency) {
        return CompletableFuture.runAsync(dependency.probe(), executor)
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .handle((_, failure) -> new Reached(dependency.name(), failure == null));
    }
}
