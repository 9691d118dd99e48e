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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the tokens of the services known in the accounts table, so that there is one place where
/// tokens are looked up, and every server takes the token of any other. Each time for an hour only,
/// and anew long before that: a token that no running server is configured with any more ends by
/// itself, in whatever order servers are replaced, set back or restarted. Tries until DynamoDB
/// takes it; the service is ready from then on.
@Singleton
final class ServiceTokenRegistration {

    static final String NAME = "sender-service";
    private static final String PROCESSOR = "processor-service";

    /// More than a rolling deployment takes, and with the renewal less by more than servers' clocks
    /// are taken to differ.
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final Duration RENEWAL = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(ServiceTokenRegistration.class);

    private final AccessTokens tokens;
    private final AccessSettings settings;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean registered;
    private volatile @Nullable RuntimeException refusal;

    ServiceTokenRegistration(AccessTokens tokens, AccessSettings settings, InstantSource clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        Thread.ofVirtual().name("service-token").start(this::keepRegistered);
    }

    private void keepRegistered() {
        try {
            boolean renewed;
            do {
                renewed = register();
            } while (!stopped.await((renewed ? RENEWAL : PAUSE).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Idempotent. Whether DynamoDB took it.
    boolean register() {
        try {
            Instant now = clock.instant();
            settings.serviceTokens()
                    .forEach(token ->
                            tokens.prolong(tokenOf(token, NAME, Scope.INTAKE_SUBMIT, now)));
            settings.processorTokens()
                    .forEach(token ->
                            tokens.prolong(tokenOf(token, PROCESSOR, Scope.RECIPES_READ, now)));
            registered = true;
            return true;
        } catch (RuntimeException e) {
            refusal = e;
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("DynamoDB does not take the service token yet");
            return false;
        }
    }

    private static AccessToken tokenOf(String secret, String name, Scope scope, Instant now) {
        return AccessToken.of(secret, name, Set.of(scope), now, Optional.of(now.plus(GOOD_FOR)));
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
                            throw new IllegalStateException(
                                    "The service token is not registered", registration.refusal);
                        }
                    });
        }
    }
}
