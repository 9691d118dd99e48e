package dev.makeline.server.page.admin;

import dev.makeline.operations.DependencyProbes;
import dev.makeline.server.administration.ServiceHealth;
import dev.makeline.server.page.admin.HealthPage.Reached;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/// What there is to be said of the services, also while DynamoDB, which knows of the others, does
/// not answer. Thread-safe; blocking.
@Singleton
final class Health {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final ServiceHealth services;
    private final DependencyProbes probes;

    Health(ServiceHealth services, DependencyProbes probes) {
        this.services = services;
        this.probes = probes;
    }

    HealthPage now() {
        List<Reached> reached =
                probes.run(LONGEST).entrySet().stream()
                        .map(dependency -> new Reached(dependency.getKey(), dependency.getValue()))
                        .toList();
        try {
            return new HealthPage(services.now(), reached, Optional.empty());
        } catch (SdkException _) {
            return new HealthPage(
                    List.of(),
                    reached,
                    Optional.of(
                            "How the services do stands in DynamoDB, which does not answer at the moment. Try again in some seconds."));
        }
    }
}
