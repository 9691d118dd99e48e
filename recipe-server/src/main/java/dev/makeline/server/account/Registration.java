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
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Makes accounts, and tells the people concerned by mail. Thread-safe; blocking.
@Singleton
final class Registration {

    record Attempt(Account account, Creation creation) {}

    /// What is written in the transaction of the attempt.
    ///
    /// @param ofNew beside a new account
    /// @param ifTaken when there is none, since its names are taken
    record Records(
            Function<UserId, List<TransactWriteItem>> ofNew, List<TransactWriteItem> ifTaken) {}

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
    /// @param records rows of the audit log
    /// @throws UnavailableException when too many passwords are being hashed
    Attempt registerAnybody(NewPerson person, Records records) {
        Attempt attempt = register(person, Role.USER, records);
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

    /// @throws UnavailableException when too many passwords are being hashed
    Attempt register(NewPerson person, Role role, Records records) {
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
        return new Attempt(
                account,
                accounts.create(
                        account, hash, records.ofNew().apply(account.id()), records.ifTaken()));
    }
}
