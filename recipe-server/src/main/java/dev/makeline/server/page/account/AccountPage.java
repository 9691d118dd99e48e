package dev.makeline.server.page.account;

import dev.makeline.server.account.AccountView;
import dev.makeline.server.session.SessionItem;
import dev.makeline.server.token.PersonalTokenItem;
import java.util.List;
import java.util.Optional;

/// A person's own account.
///
/// @param etag the condition of a change of names
/// @param scopes that a token may have
/// @param created a new token with its secret, which is told this once
public record AccountPage(
        AccountView account,
        String etag,
        List<PersonalTokenItem> tokens,
        List<SessionItem> sessions,
        List<String> scopes,
        Optional<PersonalTokenItem> created,
        Optional<Objection> objection) {

    public AccountPage {
        tokens = List.copyOf(tokens);
        sessions = List.copyOf(sessions);
        scopes = List.copyOf(scopes);
    }

    AccountPage with(PersonalTokenItem token) {
        return new AccountPage(
                account, etag, tokens, sessions, scopes, Optional.of(token), objection);
    }

    AccountPage with(Objection wrong) {
        return new AccountPage(
                account, etag, tokens, sessions, scopes, created, Optional.of(wrong));
    }

    /// Whether the objection is to that field.
    public boolean isAbout(String form, String field) {
        return objection
                .filter(one -> one.form().equals(form) && one.field().equals(field))
                .isPresent();
    }

    public String sentence() {
        return objection.map(Objection::sentence).orElse("");
    }

    @Override
    public String toString() {
        return "AccountPage[%s]".formatted(account.userId());
    }
}
