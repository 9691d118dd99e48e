package dev.makeline.server.page.signin;

import java.util.Optional;

/// Where somebody asks for an account. What was written stands there again after an objection, but
/// for the password.
///
/// @param objection what is wrong with it
/// @param field that the objection is about; empty when it is about none
public record RegisterPage(
        String firstName,
        String lastName,
        String email,
        String username,
        Optional<String> objection,
        String field) {

    static final RegisterPage EMPTY = new RegisterPage("", "", "", "", Optional.empty(), "");

    /// The id of the message, for the field that it is about.
    public boolean isAbout(String name) {
        return objection.isPresent() && field.equals(name);
    }
}
