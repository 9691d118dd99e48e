package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.server.account.PasswordCheck;
import dev.makeline.server.account.PasswordCheck.Outcome;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private final RunningServer server = RunningServer.shared();
    private final Api anonymous = new Api(server.uri(), "");
    private final PasswordCheck passwords = server.bean(PasswordCheck.class);

    @Test
    void whoRegisteredIsKnownByUsernameAndByAddress() {
        Person person = Person.any();

        Api.Answer answer = anonymous.post("/v1/users", person.json());

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        for (String name :
                new String[] {
                    person.username(), person.username().toUpperCase(Locale.ROOT), person.email()
                }) {
            assertThat(passwords.check(name, person.password(), "192.0.2.1"))
                    .isInstanceOf(Outcome.Right.class);
        }
        assertThat(passwords.check(person.username(), "another password", "192.0.2.1"))
                .isInstanceOf(Outcome.Wrong.class);
    }
}
