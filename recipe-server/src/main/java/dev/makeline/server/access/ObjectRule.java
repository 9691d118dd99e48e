package dev.makeline.server.access;

import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Asks [Authority] whether the caller of a request may do something with a thing that belongs to
/// somebody, and puts a refusal on record before it is answered. To be called by every handler once
/// it knows the owner. Thread-safe; blocks for a refusal alone.
@Singleton
public final class ObjectRule {

    private final Refusals refusals;

    ObjectRule(Refusals refusals) {
        this.refusals = refusals;
    }

    /// Returns when it is allowed.
    ///
    /// @param thing its id
    /// @param absent what is answered when there is no such thing: for whom it is hidden, there is
    ///   none
    /// @throws ProblemException with the problem `absent` (404) when it is hidden, with 403 when it
    ///   is refused
    public void require(
            HttpRequest<?> request,
            Authority.Action action,
            OwnerId owner,
            String thing,
            Problem absent) {
        Caller caller = Caller.of(request);
        switch (Authority.decide(caller, action, owner)) {
            case Authority.Decision.Allowed() -> {}
            case Authority.Decision.Refused(String reason) -> {
                record(request, caller, thing, HttpStatus.FORBIDDEN.getCode());
                throw new ProblemException(ProblemType.FORBIDDEN, reason);
            }
            case Authority.Decision.Hidden() -> {
                record(request, caller, thing, absent.status());
                throw new ProblemException(absent);
            }
        }
    }

    private void record(HttpRequest<?> request, Caller caller, String thing, int status) {
        refusals.record(request, Optional.of(caller), Optional.of(thing), status).join();
    }
}
