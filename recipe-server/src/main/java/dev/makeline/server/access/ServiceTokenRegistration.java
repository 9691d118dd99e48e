package dev.makeline.server.access;

import dev.makeline.operations.Dependency;
import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.Scope;
import io.micronaut.context.annotation.Factory;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the service token known in the accounts table, so that there is one place where tokens are
/// looked up. Tries until DynamoDB takes it; the service is ready from then on.
@Singleton
final class ServiceTokenRegistration {

    static final String NAME = "sender-service";

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(ServiceTokenRegistration.class);

    private final AccessTokens tokens;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean registered;

    ServiceTokenRegistration(AccessTokens tokens, AccessSettings settings, InstantSource clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        Thread.ofVirtual().name("service-token").start(this::registerUntilDone);
    }

    private void registerUntilDone() {
        try {
            do {
                register();
            } while (!registered && !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Idempotent.
    void register() {
        try {
            tokens.put(
                    AccessToken.of(
                            settings.serviceToken(),
                            NAME,
                            Set.of(Scope.INTAKE_SUBMIT),
                            clock.instant(),
                            Optional.empty()));
            registered = true;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("DynamoDB does not take the service token yet");
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    boolean isRegistered() {
        return registered;
    }

    @Factory
    static final class Readiness {

        @Singleton
        Dependency dynamoDb(ServiceTokenRegistration registration) {
            return new Dependency(
                    "dynamodb",
                    () -> {
                        if (!registration.isRegistered()) {
                            throw new IllegalStateException("The service token is not registered");
                        }
                    });
        }
    }
}
