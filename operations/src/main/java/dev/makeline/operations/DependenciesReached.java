package dev.makeline.operations;

import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ready once every dependency has answered once. A dependency that fails later does not take the
/// service out of the load balancer: all its peers would go at the same moment, and none would come
/// back sooner. Of queues it also tells what [QueueRefusals] knows, since that such a service can
/// do nothing is not for others to wait out.
@Singleton
@Readiness
final class DependenciesReached implements HealthIndicator {

    private static final String NAME = "dependencies";
    private static final Logger log = LoggerFactory.getLogger(DependenciesReached.class);

    private final List<Dependency> dependencies;
    private final ExecutorService executor;
    private final QueueRefusals refusals;
    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private final Map<String, String> told = new ConcurrentHashMap<>();

    DependenciesReached(
            List<Dependency> dependencies,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            QueueRefusals refusals) {
        this.dependencies = dependencies;
        this.executor = executor;
        this.refusals = refusals;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(executor, this::check);
    }

    private HealthResult check() {
        Map<String, String> details = new LinkedHashMap<>();
        dependencies.forEach(dependency -> details.put(dependency.name(), reach(dependency)));
        boolean all = details.values().stream().allMatch("reached"::equals);
        return HealthResult.builder(NAME, all ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build();
    }

    private String reach(Dependency dependency) {
        return refusals.of(dependency.name())
                .map(refusal -> told(dependency.name(), refusal.trouble(), refusal.cause()))
                .orElseGet(() -> ask(dependency));
    }

    private String ask(Dependency dependency) {
        if (reached.contains(dependency.name())) {
            return "reached";
        }
        try {
            dependency.probe().run();
            reached.add(dependency.name());
            return "reached";
        } catch (RuntimeException e) {
            return told(dependency.name(), Trouble.of(e), e);
        }
    }

    /// What no waiting mends is worth a line, but not one with every health check.
    private String told(String dependency, String trouble, Throwable failure) {
        if (!trouble.equals(Trouble.NOT_REACHED)
                && !trouble.equals(told.put(dependency, trouble))) {
            log.atError()
                    .addKeyValue("cause", failure.getMessage())
                    .log("The service is not ready, because of {}: {}", dependency, trouble);
        }
        return trouble;
    }
}
