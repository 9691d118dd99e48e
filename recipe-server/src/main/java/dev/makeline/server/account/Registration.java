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
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Makes accounts, and tells the people concerned by mail. Thread-safe; blocking.
@Singleton
final class Registration {

    record Attempt(Account account, Creation creation) {}

    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final AccountLetters letters;
    private final InstantSource clock;

    Registration(
            AccountStore accounts,
            PasswordHasher hasher,
            AccountLetters letters,
            InstantSource clock) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.letters = letters;
        this.clock = clock;
    }

    /// The same work and one mail, whether the username and address are free or not.
    ///
    /// @throws UnavailableException when too many passwords are being hashed
    Attempt registerAnybody(NewPerson person) {
        Attempt attempt = register(person, Role.USER, List.of());
        switch (attempt.creation()) {
            case Creation.Created() -> letters.welcome(person.email());
            case Creation.Taken(_, boolean isEmail) -> {
                if (isEmail) {
                    letters.registeredAgain(person.email());
                } else {
                    letters.usernameTaken(person.email());
                }
            }
        }
        return attempt;
    }

    /// @param also more rows to write, all or none
    /// @throws UnavailableException when too many passwords are being hashed
    Attempt register(NewPerson person, Role role, List<TransactWriteItem> also) {
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
        return new Attempt(account, accounts.create(account, hash, also));
    }
}
