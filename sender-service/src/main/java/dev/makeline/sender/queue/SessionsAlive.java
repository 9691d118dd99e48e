package dev.makeline.sender.queue;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/// Not live when a session does not work any more: only a restart brings it back. Never fails on a
/// dependency.
@Singleton
@Liveness
final class SessionsAlive implements HealthIndicator {

    private static final String NAME = "sessions";

    private final SessionsAtWork sessions;

    SessionsAlive(SessionsAtWork sessions) {
        this.sessions = sessions;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        int lost = sessions.lost();
        return Publishers.just(
                HealthResult.builder(NAME, lost == 0 ? HealthStatus.UP : HealthStatus.DOWN)
                        .details(Map.of("lost", lost))
                        .build());
    }
}
