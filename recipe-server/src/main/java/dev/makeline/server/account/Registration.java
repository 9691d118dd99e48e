package dev.makeline.server.account;

import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.account.AccountStore.Creation;
import dev.makeline.server.password.PasswordHash;
import dev.makeline.server.password.PasswordHasher;
import dev.makeline.server.problem.UnavailableException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// Makes accounts. Thread-safe; blocking.
@Singleton
final class Registration {

    record Attempt(Account account, Creation creation) {}

    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final InstantSource clock;

    Registration(AccountStore accounts, PasswordHasher hasher, InstantSource clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.clock = clock;
    }

    /// The same work whether the username and address are free or not.
    ///
    /// @throws UnavailableException when too many passwords are being hashed
    Attempt register(NewPerson person, Role role) {
        PasswordHash hash =
                hasher.hash(person.password())
                        .orElseThrow(() ->
                                new UnavailableException("Too many passwords to hash at once"));
        Instant now = clock.instant();
        Account account =
                new Account(
                        UserId.next(now),
                        person.username().text(),
                        person.email().text(),
                        person.firstName(),
                        person.lastName(),
                        role,
                        true,
                        now,
                        1);
        return new Attempt(account, accounts.create(account, hash));
    }
}
