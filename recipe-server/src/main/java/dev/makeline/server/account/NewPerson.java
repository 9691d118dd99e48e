package dev.makeline.server.account;

import dev.makeline.server.password.Password;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.request.JsonFields;
import java.util.List;
import java.util.Optional;

/// Somebody who wants an account, checked.
record NewPerson(
        String firstName,
        String lastName,
        EmailAddress email,
        Username username,
        Password password) {

    /// @throws ProblemException with 400 and what is wrong with which field
    static NewPerson of(JsonFields fields, PasswordRules rules) {
        NewPerson person =
                new NewPerson(
                        PersonName.of("firstName", fields.text("firstName")),
                        PersonName.of("lastName", fields.text("lastName")),
                        EmailAddress.of(fields.text("email")),
                        Username.of(fields.text("username")),
                        new Password(fields.text("password")));
        Optional<String> objection =
                rules.objection(
                        person.password, List.of(person.username.text(), person.email.text()));
        if (objection.isPresent()) {
            throw JsonFields.refused("password", objection.get());
        }
        return person;
    }
}
