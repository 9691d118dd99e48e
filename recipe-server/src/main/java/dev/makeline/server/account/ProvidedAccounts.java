package dev.makeline.server.account;

import dev.makeline.protocol.AccessToken;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.account.AccountStore.Creation;
import dev.makeline.server.password.Password;
import dev.makeline.server.password.PasswordHash;
import dev.makeline.server.password.PasswordHasher;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Accounts of people whom an identity provider vouches for. They have a password that nobody
/// knows, until they set one by mail. Thread-safe; blocking.
@Singleton
public final class ProvidedAccounts {

    /// What came of making one.
    public sealed interface Outcome {

        record Made(Account account) implements Outcome {}

        record UsernameTaken() implements Outcome {}

        record EmailTaken() implements Outcome {}

        /// Somebody wrote the other row first.
        record Overtaken() implements Outcome {}
    }

    private final AccountStore accounts;
    private final AccountChanges changes;
    private final PasswordHasher hasher;
    private final InstantSource clock;

    ProvidedAccounts(
            AccountStore accounts,
            AccountChanges changes,
            PasswordHasher hasher,
            InstantSource clock) {
        this.accounts = accounts;
        this.changes = changes;
        this.hasher = hasher;
        this.clock = clock;
    }

    public Optional<Account> findByEmail(EmailAddress email) {
        return accounts.findByEmail(email);
    }

    /// Writes the other rows on condition that the account is as it is given.
    ///
    /// @return the account as it is then; empty when the condition, or another row's, is not met
    public Optional<Account> join(Account account, List<TransactWriteItem> also) {
        return changes.write(account, Map.of(), also)
                ? accounts.find(account.id())
                : Optional.empty();
    }

    /// With the role of a user.
    ///
    /// @param also more rows for the new account, all or none
    /// @throws ProblemException with 400 when a name cannot be one here
    /// @throws UnavailableException when too many passwords are being hashed
    public Outcome make(
            Username username,
            EmailAddress email,
            String firstName,
            String lastName,
            Function<UserId, List<TransactWriteItem>> also) {
        PasswordHash nobodyKnows =
                hasher.hash(new Password(AccessToken.newSecret()))
                        .orElseThrow(() ->
                                new UnavailableException("Too many passwords to hash at once"));
        Instant now = clock.instant();
        Account account =
                new Account(
                        UserId.next(now),
                        username.text(),
                        email.text(),
                        PersonName.of("firstName", firstName),
                        PersonName.of("lastName", lastName),
                        Role.USER,
                        true,
                        now,
                        1);
        List<TransactWriteItem> others = also.apply(account.id());
        return switch (accounts.create(account, nobodyKnows, others, List.of())) {
            case Creation.Created() -> new Outcome.Made(account);
            case Creation.Taken(_, boolean isEmail) when isEmail -> new Outcome.EmailTaken();
            case Creation.Taken(boolean isUsername, _) when isUsername ->
                    new Outcome.UsernameTaken();
            case Creation.Taken _ -> new Outcome.Overtaken();
        };
    }
}
