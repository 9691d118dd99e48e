package dev.makeline.server.oidc;

import dev.makeline.protocol.UserId;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.AccountStore;
import dev.makeline.server.account.EmailAddress;
import dev.makeline.server.account.ProvidedAccounts;
import dev.makeline.server.account.ProvidedAccounts.Outcome;
import dev.makeline.server.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Finds the account of somebody whom the provider vouches for, or makes one at their first log in.
/// Thread-safe; blocking.
@Singleton
final class IdentityAccounts {

    sealed interface Found {

        record Known(Account account) implements Found {}

        record Made(Account account) implements Found {}

        /// A verified e-mail address named it.
        record Linked(Account account) implements Found {}

        record Disabled() implements Found {}

        /// @param reason what whoever logs in can do about it
        record None(String reason) implements Found {}
    }

    private static final String NO_EMAIL =
            "The identity provider tells no e-mail address of you that could be one here, and an account needs one.";

    /// Tells nothing of an account that somebody else may own.
    private static final String NOT_MADE =
            "No account can be made with the e-mail address that the identity provider tells: if you have one with it, log in with its password.";

    private static final int MOST_USERNAMES = 20;

    private final IdentityLinks links;
    private final AccountStore accounts;
    private final ProvidedAccounts provided;
    private final OidcSettings settings;

    IdentityAccounts(
            IdentityLinks links,
            AccountStore accounts,
            ProvidedAccounts provided,
            OidcSettings settings) {
        this.links = links;
        this.accounts = accounts;
        this.provided = provided;
        this.settings = settings;
    }

    /// @param record rows of the audit log, beside a new account
    Found of(Identity identity, Function<UserId, List<TransactWriteItem>> record) {
        Optional<UserId> linked = links.find(identity);
        return linked.flatMap(accounts::find)
                .map(IdentityAccounts::known)
                .orElseGet(() -> first(identity, linked, record));
    }

    private static Found known(Account account) {
        return account.isActive() ? new Found.Known(account) : new Found.Disabled();
    }

    /// @param gone whose account the link named, when there is a link without an account
    private Found first(
            Identity identity,
            Optional<UserId> gone,
            Function<UserId, List<TransactWriteItem>> record) {
        Optional<EmailAddress> email = identity.email().flatMap(IdentityAccounts::address);
        if (email.isEmpty()) {
            return new Found.None(NO_EMAIL);
        }
        Optional<Account> owner = provided.findByEmail(email.get());
        return owner.isPresent()
                ? link(identity, owner.get(), gone)
                : make(identity, email.get(), gone, record);
    }

    private Found link(Identity identity, Account owner, Optional<UserId> gone) {
        if (!settings.linkVerifiedEmail() || !identity.isEmailVerified()) {
            return new Found.None(NOT_MADE);
        }
        if (!owner.isActive()) {
            return new Found.Disabled();
        }
        return provided.join(owner, IdentityLinks.link(identity, owner.id(), gone))
                .<Found>map(Found.Linked::new)
                .orElseGet(() -> again(identity));
    }

    private Found make(
            Identity identity,
            EmailAddress email,
            Optional<UserId> gone,
            Function<UserId, List<TransactWriteItem>> record) {
        for (int number = 1; number <= MOST_USERNAMES; number++) {
            Outcome outcome =
                    provided.make(
                            Usernames.of(identity, email, number),
                            email,
                            identity.givenName().orElse("-"),
                            identity.familyName().orElse("-"),
                            user -> {
                                List<TransactWriteItem> also = new ArrayList<>(record.apply(user));
                                also.addAll(IdentityLinks.link(identity, user, gone));
                                return also;
                            });
            switch (outcome) {
                case Outcome.Made(Account account) -> {
                    return new Found.Made(account);
                }
                case Outcome.EmailTaken(), Outcome.Overtaken() -> {
                    return again(identity);
                }
                case Outcome.UsernameTaken() -> {
                    // The next one may be free.
                }
            }
        }
        return new Found.None(NOT_MADE);
    }

    /// Somebody, perhaps the same person in another window, was faster.
    private Found again(Identity identity) {
        return links.find(identity)
                .flatMap(accounts::find)
                .map(IdentityAccounts::known)
                .orElseGet(() -> new Found.None(NOT_MADE));
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return Optional.of(EmailAddress.of(text));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }
}
