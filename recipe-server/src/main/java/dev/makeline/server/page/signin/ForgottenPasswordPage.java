package dev.makeline.server.page.signin;

import java.util.Optional;

/// Where somebody asks for a new password.
///
/// @param email as it was written before
/// @param objection why no mail is sent
public record ForgottenPasswordPage(String email, Optional<String> objection) {

    static final ForgottenPasswordPage EMPTY = new ForgottenPasswordPage("", Optional.empty());
}
