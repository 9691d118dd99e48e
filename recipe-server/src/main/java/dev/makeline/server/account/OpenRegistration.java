package dev.makeline.server.account;

import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.throttle.RequestLimits;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Registers whoever asks for it. What comes of it is the same for everybody, in words and in time,
/// whether the names were free or not. Thread-safe; blocking.
@Singleton
public final class OpenRegistration {

    private final Registration registration;
    private final PasswordRules rules;
    private final RequestLimits limits;
    private final AccountAudit audit;
    private final ClientAddress addresses;

    OpenRegistration(
            Registration registration,
            PasswordRules rules,
            RequestLimits limits,
            AccountAudit audit,
            ClientAddress addresses) {
        this.registration = registration;
        this.rules = rules;
        this.limits = limits;
        this.audit = audit;
        this.addresses = addresses;
    }

    /// How long to wait, when this address registered too often; else it is done.
    ///
    /// @throws ProblemException with 400 and what is wrong with which field
    public Optional<Duration> register(HttpRequest<?> request, JsonFields fields) {
        NewPerson person = NewPerson.of(fields, rules);
        Optional<Duration> refusal = limits.registration(addresses.of(request));
        if (refusal.isPresent()) {
            audit.append(request, AuditAction.SLOWED_DOWN, Optional.empty());
            return refusal;
        }
        var _ = registration.registerAnybody(person, records(request));
        return Optional.empty();
    }

    private Registration.Records records(HttpRequest<?> request) {
        return new Registration.Records(
                user -> audit.rows(request, AuditAction.ACCOUNT_REGISTERED, user),
                audit.rows(request, AuditAction.REGISTRATION_REFUSED, Optional.empty(), Map.of()));
    }
}
