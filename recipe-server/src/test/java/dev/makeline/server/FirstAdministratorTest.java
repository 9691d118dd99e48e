package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.makeline.protocol.Role;
import dev.makeline.server.account.PasswordCheck;
import dev.makeline.server.account.PasswordCheck.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAdministratorTest {

    @Test
    void freshStartKnowsNoAccount() {
        PasswordCheck check = RunningServer.shared().bean(PasswordCheck.class);

        assertThat(List.of("admin", "root", "administrator", "makeline", "user"))
                .allSatisfy(name ->
                        assertThat(check.check(name, name, "192.0.2.150"))
                                .isInstanceOf(Outcome.Wrong.class));
    }

    @Test
    void ofServersThatStartAtOnceOneMakesTheAdministratorThatTheEnvironmentNames() {
        AdministratorRows.clear(RunningServer.shared());
        Person person = Person.any();
        Person later = Person.any();

        List<RunningServer> servers = AtOnce.times(2, () -> RunningServer.start(settings(person)));
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(servers.getFirst().account(person).role())
                                    .isEqualTo(Role.ADMIN));
            assertThat(AdministratorRows.count(servers.getFirst())).isEqualTo(1);
        } finally {
            servers.forEach(RunningServer::close);
        }

        try (RunningServer again =
                RunningServer.start(settings(person.withPassword("another of secrets")))) {
            assertThat(again.account(person).role()).isEqualTo(Role.ADMIN);
        }
        try (RunningServer again = RunningServer.start(settings(later))) {
            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(AdministratorRows.count(again)).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | a@example.org | a good long secret | needs username",
                "boss | '' | a good long secret | needs username",
                "boss | a@example.org | '' | needs username",
                "boss | a@example.org | password1 | tried first",
                "boss | a@example.org | short | 8 to 128",
                "b s | a@example.org | a good long secret | letters, digits",
                "boss | no address | a good long secret | name@example.org"
            })
    void unfitSettingsStopTheStart(String username, String email, String password, String told) {
        assertThatThrownBy(() ->
                        RunningServer.start(
                                        Map.of(
                                                "makeline.first-administrator.username", username,
                                                "makeline.first-administrator.email", email,
                                                "makeline.first-administrator.password", password))
                                .close())
                .rootCause()
                .hasMessageContaining(told)
                .satisfies(cause -> {
                    if (password.length() > 8) {
                        assertThat(cause.getMessage()).doesNotContain(password);
                    }
                });
    }

    private static Map<String, Object> settings(Person person) {
        return Map.of(
                "makeline.first-administrator.username", person.username(),
                "makeline.first-administrator.email", person.email(),
                "makeline.first-administrator.password", person.password());
    }
}
