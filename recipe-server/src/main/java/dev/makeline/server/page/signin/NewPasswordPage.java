package dev.makeline.server.page.signin;

import java.util.Optional;

/// Where the link of a mail leads.
///
/// @param token of the link, which stands behind the # of its address: no server sees it there, so
///   a script of the page takes it over, or a person
/// @param objection why the password is not set yet
/// @param isLinkOver whether another link is needed
public record NewPasswordPage(String token, Optional<String> objection, boolean isLinkOver) {

    static final NewPasswordPage EMPTY = new NewPasswordPage("", Optional.empty(), false);
}
