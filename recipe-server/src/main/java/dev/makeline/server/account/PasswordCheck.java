package dev.makeline.server.account;

import dev.makeline.server.password.Password;
import dev.makeline.server.password.PasswordHasher;
import dev.makeline.server.password.PasswordHasher.Comparison;
import dev.makeline.server.throttle.PasswordAttempts;
import dev.makeline.server.throttle.PasswordAttempts.Admission;
import dev.makeline.server.throttle.PasswordAttempts.Attempt;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Whether somebody is who they say. Does the same work whether there is such an account or not,
/// slows guessing, and makes the kept hash anew when it is weaker than what is set now. Audits
/// nothing: that is for whoever acts on the outcome. Thread-safe; blocks for some hundred
/// milliseconds.
@Singleton
public final class PasswordCheck {

    public sealed interface Outcome {

        record Right(Account account) implements Outcome {}

        /// No such account, another password, or an account that is disabled: nobody is told which.
        record Wrong() implements Outcome {}

        /// Too many wrong passwords before: 429.
        record SlowedDown(Duration retryAfter) implements Outcome {}

        /// Too many at once for the moment: 503.
        record Busy() implements Outcome {}
    }

    private final AccountStore accounts;
    private final AccountChanges changes;
    private final PasswordHasher hasher;
    private final PasswordAttempts attempts;

    PasswordCheck(
            AccountStore accounts,
            AccountChanges changes,
            PasswordHasher hasher,
            PasswordAttempts attempts) {
        this.accounts = accounts;
        this.changes = changes;
        this.hasher = hasher;
        this.attempts = attempts;
    }

    /// @param username or e-mail address
    /// @param clientAddress as `ClientAddress` has it
    public Outcome check(String username, String password, String clientAddress) {
        Optional<Credentials> found = accounts.findByLoginName(username);
        Admission admission =
                attempts.admit(
                        LoginName.fold(username),
                        found.map(one -> one.account().id()).orElse(AccountStore.NOBODY),
                        clientAddress);
        return switch (admission) {
            case Admission.SlowedDown(Duration retryAfter) -> new Outcome.SlowedDown(retryAfter);
            case Admission.Admitted(var attempt) -> compare(new Password(password), found, attempt);
        };
    }

    private Outcome compare(Password given, Optional<Credentials> found, Attempt attempt) {
        return switch (hasher.compare(given, found.map(Credentials::password))) {
            case Comparison.Busy() -> {
                attempts.wasNotMade(attempt);
                yield new Outcome.Busy();
            }
            case Comparison.Wrong() -> new Outcome.Wrong();
            case Comparison.Right(boolean isWeaker) -> {
                Credentials credentials = found.orElseThrow();
                yield credentials.account().isActive()
                        ? right(credentials, given, isWeaker, attempt)
                        : new Outcome.Wrong();
            }
        };
    }

    private Outcome right(
            Credentials credentials, Password given, boolean isWeaker, Attempt attempt) {
        attempts.wasRight(attempt);
        if (isWeaker) {
            // Where too many are being hashed, the next log in does it.
            hasher.hash(given).ifPresent(anew -> changes.replaceHash(credentials, anew));
        }
        return new Outcome.Right(credentials.account());
    }
}
