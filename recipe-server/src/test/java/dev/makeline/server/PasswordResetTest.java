package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.PasswordCheck;
import dev.makeline.server.account.PasswordCheck.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordResetTest {

    private static final String ANEW = "remembered this time";

    private final RunningServer server = RunningServer.shared();
    private final Api anonymous = new Api(server.uri(), "");
    private final PasswordCheck passwords = server.bean(PasswordCheck.class);
    private final Person person = Person.any();

    @Test
    void linkOfTheMailSetsAPasswordOnceAndEndsTokens() {
        server.register(person);
        Account account = server.account(person);
        Api api = server.loggedIn(account);
        ask(anonymous, person.email().toUpperCase(Locale.ROOT));
        String token = Mailbox.of(person.email()).token(2);

        assertThat(complete(anonymous, token, "short").status()).isEqualTo(400);
        assertThat(complete(anonymous, token, ANEW).status()).isEqualTo(204);

        assertThat(complete(anonymous, token, "and once more").status()).isEqualTo(400);
        assertThat(api.get("/v1/users/me").status()).isEqualTo(401);
        assertThat(server.loggedIn(account).get("/v1/users/me").status()).isEqualTo(200);
        assertThat(passwords.check(person.username(), ANEW, "192.0.2.1"))
                .isInstanceOf(Outcome.Right.class);
        assertThat(passwords.check(person.username(), person.password(), "192.0.2.1"))
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void answerIsTheSameForAnAddressThatNobodyHas() {
        server.register(person);

        Api.Answer known = ask(anonymous, person.email());
        Api.Answer unknown = ask(anonymous, Person.any().email());

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(ask(anonymous, "no address").status()).isEqualTo(400);
    }

    @Test
    void ofTwoWhoRedeemOneLinkAtOnceOneDoes() {
        server.register(person);
        ask(anonymous, person.email());
        String token = Mailbox.of(person.email()).token(2);

        List<Integer> statuses =
                AtOnce.each(
                        List.of(
                                () -> complete(anonymous, token, "first of secrets").status(),
                                () -> complete(anonymous, token, "second of secrets").status()));

        assertThat(statuses).containsExactlyInAnyOrder(204, 400);
    }

    @Test
    void linkEndsWithItsTime() {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer later = RunningServer.start(Map.of(), clock)) {
            Api api = new Api(later.uri(), "");
            later.register(person);
            ask(api, person.email());
            String token = Mailbox.of(person.email()).token(2);

            clock.set(Duration.ofMinutes(30));

            assertThat(complete(api, token, ANEW).status()).isEqualTo(400);
        }
    }

    @Test
    void setPasswordEndsTheLinksThatAreOut() {
        server.register(person);
        ask(anonymous, person.email());
        String first = Mailbox.of(person.email()).token(2);
        ask(anonymous, person.email());
        String second = Mailbox.of(person.email()).token(3);
        assertThat(first).isNotEqualTo(second);

        assertThat(complete(anonymous, second, ANEW).status()).isEqualTo(204);

        assertThat(complete(anonymous, first, "by an old mail").status()).isEqualTo(400);
    }

    @Test
    void guessedTokensOpenNothing() {
        assertThat(List.of("", "x", "x".repeat(43), "x".repeat(5_000), "ü"))
                .allSatisfy(token ->
                        assertThat(complete(anonymous, token, ANEW).body())
                                .contains("/problems/invalid-reset-link"));
    }

    private static Api.Answer ask(Api api, String email) {
        return api.post("/v1/password-resets", ProtocolJson.write(Map.of("email", email)));
    }

    private static Api.Answer complete(Api api, String token, String password) {
        return api.post(
                "/v1/password-resets/completions",
                ProtocolJson.write(Map.of("token", token, "password", password)));
    }
}
