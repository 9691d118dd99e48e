package dev.makeline.server.access;

import dev.makeline.protocol.Scope;
import dev.makeline.server.access.Authority.Action;
import dev.makeline.server.access.Authority.Decision;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Asks again who makes a request, for answers that go on after the request was let pass.
/// Thread-safe.
@Singleton
public final class LastingRights {

    private static final long SECONDS = 5;

    private final Callers callers;

    LastingRights(Callers callers) {
        this.callers = callers;
    }

    /// Whether the request would still be let pass, as tokens and accounts are when it is asked, or
    /// were up to half a minute before; not when that cannot be looked up. Blocking.
    public BooleanSupplier of(HttpRequest<?> request, Scope scope, Action action, OwnerId owner) {
        Optional<Credential> credential = Credential.of(request);
        return () ->
                credential
                        .flatMap(this::find)
                        .filter(caller -> caller.scopes().contains(scope))
                        .filter(caller ->
                                Authority.decide(caller, action, owner) instanceof Decision.Allowed)
                        .isPresent();
    }

    private Optional<Caller> find(Credential credential) {
        try {
            return callers.find(credential, false).get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }
}
