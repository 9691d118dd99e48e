package dev.makeline.server.account;

import dev.makeline.server.password.Password;
import dev.makeline.server.password.PasswordHasher;
import dev.makeline.server.password.PasswordHasher.Comparison;
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
    private final PasswordHasher hasher;

    PasswordCheck(AccountStore accounts, PasswordHasher hasher) {
        this.accounts = accounts;
        this.hasher = hasher;
    }

    /// @param username or e-mail address
    /// @param clientAddress as `ClientAddress` has it
    public Outcome check(String username, String password, String clientAddress) {
        Optional<Credentials> found = accounts.findByLoginName(username);
        Password given = new Password(password);
        return switch (hasher.compare(given, found.map(Credentials::password))) {
            case Comparison.Busy() -> new Outcome.Busy();
            case Comparison.Wrong() -> new Outcome.Wrong();
            case Comparison.Right(boolean isWeaker) ->
                    found.map(Credentials::account)
                            .filter(Account::isActive)
                            .<Outcome>map(Outcome.Right::new)
                            .orElseGet(Outcome.Wrong::new);
        };
    }
}
