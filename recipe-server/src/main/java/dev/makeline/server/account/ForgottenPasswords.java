package dev.makeline.server.account;

import dev.makeline.server.access.ClientAddress;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.Password;
import dev.makeline.server.problem.Problem;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.throttle.KnownAddresses;
import dev.makeline.server.throttle.RequestLimits;
import dev.makeline.server.throttle.SlowDown;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// A new password for whoever forgot theirs, as the API and the pages offer it. Thread-safe;
/// blocking.
@Singleton
public final class ForgottenPasswords {

    private final PasswordResets resets;
    private final RequestLimits limits;
    private final KnownAddresses known;
    private final ClientAddress addresses;
    private final AccountAudit audit;

    ForgottenPasswords(
            PasswordResets resets,
            RequestLimits limits,
            KnownAddresses known,
            ClientAddress addresses,
            AccountAudit audit) {
        this.resets = resets;
        this.limits = limits;
        this.known = known;
        this.addresses = addresses;
        this.audit = audit;
    }

    /// The refusal, when that was tried too often; else a mail is sent to whoever has an account
    /// with the address, which nobody learns here.
    ///
    /// @param fields among them `email`
    /// @throws ProblemException with 400 for what is no address
    public Optional<MutableHttpResponse<Problem>> ask(HttpRequest<?> request, JsonFields fields) {
        EmailAddress email = EmailAddress.of(fields.text("email"));
        Optional<Duration> refusal = limits.reset(addresses.of(request));
        if (refusal.isPresent()) {
            return Optional.of(slowedDown(request, refusal.get()));
        }
        audit.append(request, AuditAction.PASSWORD_RESET_ASKED, Optional.empty());
        resets.ask(email);
        return Optional.empty();
    }

    /// The refusal, when that was tried too often or the link is good for nothing; else the
    /// password is set.
    ///
    /// @param fields among them `token` and `password`
    /// @throws ProblemException with 400 for a password that is not taken
    public Optional<MutableHttpResponse<Problem>> complete(
            HttpRequest<?> request, JsonFields fields) {
        String token = fields.text("token");
        Password password = new Password(fields.text("password"));
        String address = addresses.of(request);
        Optional<Duration> refusal = limits.reset(address);
        if (refusal.isPresent()) {
            return Optional.of(slowedDown(request, refusal.get()));
        }
        return switch (resets.complete(
                token, password, user -> audit.rows(request, AuditAction.PASSWORD_RESET, user))) {
            case PasswordResets.Completion.Done(Account account) -> {
                known.remember(account.id(), address);
                yield Optional.empty();
            }
            case PasswordResets.Completion.NoSuchLink() ->
                    Optional.of(
                            Problem.of(
                                            ProblemType.INVALID_RESET_LINK,
                                            "This link was used already, or is too old: ask for another one.")
                                    .response());
            case PasswordResets.Completion.PasswordRefused(String sentence) ->
                    throw JsonFields.refused("password", sentence);
        };
    }

    private MutableHttpResponse<Problem> slowedDown(HttpRequest<?> request, Duration retryAfter) {
        audit.append(request, AuditAction.SLOWED_DOWN, Optional.empty());
        return SlowDown.answer(retryAfter);
    }
}
