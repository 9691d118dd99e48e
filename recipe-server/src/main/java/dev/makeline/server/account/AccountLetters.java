package dev.makeline.server.account;

import dev.makeline.server.mail.Letter;
import dev.makeline.server.mail.Outbox;
import dev.makeline.server.throttle.RequestLimits;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What people are told by mail of their accounts. Nothing that the sender of a request chose
/// stands in one, so that no mail of ours carries another's words or links. Thread-safe.
@Singleton
final class AccountLetters {

    private final Outbox outbox;
    private final RequestLimits limits;
    private final AccountSettings settings;

    AccountLetters(Outbox outbox, RequestLimits limits, AccountSettings settings) {
        this.outbox = outbox;
        this.limits = limits;
        this.settings = settings;
    }

    void welcome(EmailAddress email) {
        post(
                email,
                "Your Makeline account",
                """
                An account of Makeline was made with this e-mail address. You can log in at
                %s

                If that was not you, ask for a new password there, log in and delete the account.
                """
                        .formatted(settings.publicUrl()));
    }

    void registeredAgain(EmailAddress email) {
        post(
                email,
                "Your Makeline account",
                """
                Somebody tried to register at Makeline with this e-mail address, which has an account
                already. Nothing was changed. If that was you, log in at
                %s
                or ask there for a new password. Otherwise there is nothing to do.
                """
                        .formatted(settings.publicUrl()));
    }

    void usernameTaken(EmailAddress email) {
        post(
                email,
                "Your registration at Makeline",
                """
                Somebody, probably you, tried to register at Makeline with this e-mail address. The
                username is another person's already, so no account was made. Register with another
                username at
                %s
                """
                        .formatted(settings.publicUrl()));
    }

    void passwordChanged(Account account) {
        Letter letter =
                new Letter(
                        account.email(),
                        "Your Makeline password was changed",
                        """
                        The password of your Makeline account was changed: every log-in and token before has
                        ended. If that was not you, ask for a new password at
                        %s
                        and tell an administrator.
                        """
                                .formatted(settings.publicUrl()));
        outbox.post(() -> Optional.of(letter));
    }

    /// @param account read and decided on while the asking request is long answered; empty sends
    ///   nothing
    /// @param token makes a new one for the account
    void resetLink(
            EmailAddress email,
            Supplier<Optional<Account>> account,
            Function<Account, String> token) {
        outbox.post(() ->
                account.get()
                        .filter(_ -> limits.allowsMail(email.folded()))
                        .map(found ->
                                new Letter(
                                        found.email(),
                                        "A new password for Makeline",
                                        resetText(token.apply(found)))));
    }

    private String resetText(String token) {
        return """
        Somebody, probably you, asked for a new password for your Makeline account. Set one within
        %d minutes at

        %s

        The link works once. If that was not you, there is nothing to do.
        """
                .formatted(settings.resetLinkGoodFor().toMinutes(), settings.resetLink(token));
    }

    private void post(EmailAddress email, String subject, String text) {
        Letter letter = new Letter(email.text(), subject, text);
        outbox.post(() -> Optional.of(letter).filter(_ -> limits.allowsMail(email.folded())));
    }
}
