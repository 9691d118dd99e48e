package dev.makeline.server.account;

import dev.makeline.server.password.Password;
import dev.makeline.server.password.PasswordRules;
import dev.makeline.server.problem.ProblemException;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import java.util.Optional;

/// Who is made administrator at the first start; all three empty for nobody.
///
/// @param password secret; it may be taken out of the environment after that start
@ConfigurationProperties("makeline.first-administrator")
record FirstAdministratorSettings(String username, String email, String password) {

    FirstAdministratorSettings {
        boolean isNobody = username.isEmpty() && email.isEmpty() && password.isEmpty();
        if (!isNobody && (username.isEmpty() || email.isEmpty() || password.isEmpty())) {
            throw new IllegalArgumentException(
                    "makeline.first-administrator needs username, email and password (MAKELINE_FIRST_ADMIN_USERNAME, MAKELINE_FIRST_ADMIN_EMAIL, MAKELINE_FIRST_ADMIN_PASSWORD), or none of them");
        }
    }

    /// @throws IllegalArgumentException when a setting is not fit for an account
    Optional<NewPerson> person(PasswordRules rules) {
        if (username.isEmpty()) {
            return Optional.empty();
        }
        try {
            NewPerson person =
                    new NewPerson(
                            "First",
                            "Administrator",
                            EmailAddress.of(email),
                            Username.of(username),
                            new Password(password));
            rules.objection(person.password(), List.of(username, email))
                    .ifPresent(sentence -> {
                        throw unfit(sentence);
                    });
            return Optional.of(person);
        } catch (ProblemException e) {
            throw unfit(String.valueOf(e.getMessage()));
        }
    }

    private static IllegalArgumentException unfit(String sentence) {
        return new IllegalArgumentException(
                "makeline.first-administrator (MAKELINE_FIRST_ADMIN_…) cannot be taken: "
                        + sentence);
    }

    @Override
    public String toString() {
        return "FirstAdministratorSettings[username=%s]".formatted(username);
    }
}
