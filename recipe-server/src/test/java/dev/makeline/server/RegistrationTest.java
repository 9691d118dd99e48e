package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.Role;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.PasswordCheck;
import dev.makeline.server.account.PasswordCheck.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

    private final RunningServer server = RunningServer.shared();
    private final Api anonymous = new Api(server.uri(), "");
    private final PasswordCheck passwords = server.bean(PasswordCheck.class);

    @Test
    void whoRegisteredIsKnownByUsernameAndByAddressInAnyCase() {
        Person person = Person.any();

        Api.Answer answer = anonymous.post("/v1/users", person.json());

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(
                        Stream.of(
                                person.username(),
                                person.username().toUpperCase(Locale.ROOT),
                                person.email(),
                                person.email().toUpperCase(Locale.ROOT)))
                .allSatisfy(name ->
                        assertThat(passwords.check(name, person.password(), "192.0.2.1"))
                                .isInstanceOf(Outcome.Right.class));
        assertThat(passwords.check(person.username(), "another password", "192.0.2.1"))
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void answerAndWorkAreTheSameForWhatIsTaken() {
        CountedRequests requests = CountedRequests.from(PasswordCheck.class.getPackage());
        try (RunningServer counted =
                RunningServer.start(Map.of(), requests.on(server.dynamoDb()))) {
            Person person = Person.any();
            Person other = Person.any();
            Work free = work(counted, requests, person);

            Work sameName = work(counted, requests, other.withUsername(person.username()));
            Work sameAddress =
                    work(
                            counted,
                            requests,
                            other.withEmail(person.email().toUpperCase(Locale.ROOT)));
            Work both = work(counted, requests, person);

            assertThat(List.of(sameName, sameAddress, both)).containsOnly(free);
            assertThat(free.hashes()).isEqualTo(1);
            assertThat(free.transactions()).isPositive();
        }
    }

    @Test
    void ownerOfATakenAddressAndTheOneWhoWantsATakenNameAreToldByMail() {
        Person person = Person.any();
        Person other = Person.any();
        server.register(person);
        assertThat(Mailbox.of(person.email()).last(1).subject()).isEqualTo("Your Makeline account");

        server.register(other.withEmail(person.email()));
        server.register(other.withUsername(person.username()));

        assertThat(Mailbox.of(person.email()).last(2).text()).contains("tried to register");
        assertThat(Mailbox.of(other.email()).last(1).text()).contains("another person's already");
        assertThat(passwords.check(other.username(), other.password(), "192.0.2.2"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(passwords.check(person.email(), person.password(), "192.0.2.2"))
                .isInstanceOf(Outcome.Right.class);
    }

    @Test
    void nobodyIsSentMoreThanAFewMails() {
        Person person = Person.any();

        for (int i = 0; i < 8; i++) {
            server.register(person);
        }
        Person marker = Person.any();
        server.register(marker);

        Mailbox.of(marker.email()).last(1);
        assertThat(Mailbox.of(person.email()).last(5).subject()).startsWith("Your Makeline");
    }

    @Test
    void ofManyWhoClaimOneNameAtOnceOneGetsIt() {
        Person first = Person.any();
        List<Person> all =
                Stream.generate(Person::any)
                        .limit(64)
                        .map(one -> one.withUsername(first.username()))
                        .toList();
        try (RunningServer patient =
                RunningServer.start(Map.of("makeline.passwords.longest-wait", "10s"))) {
            Api api = new Api(patient.uri(), "");

            List<Integer> statuses =
                    AtOnce.each(
                            all.stream()
                                    .<Callable<Integer>>map(
                                            one -> () -> api.post("/v1/users", one.json()).status())
                                    .toList());

            assertThat(statuses).contains(202).isSubsetOf(202, 503);
            assertThat(
                            all.stream()
                                    .map(one ->
                                            passwords.check(
                                                    one.email(), one.password(), "192.0.2.3"))
                                    .filter(Outcome.Right.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    void roleIdAndStateAreNotTaken() {
        Person person = Person.any();
        ObjectNode body = json(person);
        body.put("role", "admin").put("userId", "0".repeat(26)).put("state", "disabled");
        body.put("isActive", false).put("version", 7);

        assertThat(anonymous.post("/v1/users", body.toString()).status()).isEqualTo(202);

        Account account = server.account(person);
        assertThat(account.role()).isEqualTo(Role.USER);
        assertThat(account.id().value()).isNotEqualTo("0".repeat(26));
        assertThat(account.version()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8 chars!",
                "pässwörd mit ümläuten",
                "日本語の秘密の言葉です",
                "🔑🔑🔑🔑🔑🔑🔑🔒",
                " spaces at both ends ",
                "\"quotes'; and <angles> & $(more)"
            })
    void passwordsOfAnyCharactersWork(String password) {
        Person person = Person.any().withPassword(password);

        server.register(person);

        assertThat(server.account(person).username()).isEqualTo(person.username());
    }

    @Test
    void passwordsAreNeverCutOff() {
        String most = "é".repeat(127) + "a";
        Person person = Person.any().withPassword(most);
        server.register(person);

        assertThat(server.account(person)).isNotNull();
        assertThat(passwords.check(person.username(), "é".repeat(127) + "b", "192.0.2.4"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(passwords.check(person.username(), most + "a", "192.0.2.4"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(passwords.check(person.username(), most.substring(1), "192.0.2.4"))
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void samePasswordFromAnotherKeyboardIsTheSame() {
        Person person = Person.any().withPassword("crème brûlée");
        server.register(person);

        assertThat(server.account(person.withPassword("cre\u0300me\u00a0bru\u0302le\u0301e")))
                .isNotNull();
    }

    static Stream<Arguments> refused() {
        String name = "someone" + System.nanoTime();
        return Stream.of(
                Arguments.of("password", "7 chars", "8 to 128 characters, not 7"),
                Arguments.of("password", "🔑".repeat(7), "not 7"),
                Arguments.of("password", "x".repeat(129), "not 129"),
                Arguments.of("password", "🔑".repeat(129), "not 129"),
                Arguments.of("password", "with a \u0000 inside", "control characters"),
                Arguments.of("password", "two lines\nof text", "control characters"),
                Arguments.of("password", "password123", "tried first"),
                Arguments.of("password", "PassWord123", "tried first"),
                Arguments.of("password", "qwertyuiop", "tried first"),
                Arguments.of("password", "11111111", "tried first"),
                Arguments.of("password", "Iloveyou2026", "tried first"),
                Arguments.of("firstName", "", "1 to 100 characters, not 0"),
                Arguments.of("firstName", "   ", "1 to 100 characters, not 0"),
                Arguments.of("firstName", "x".repeat(101), "not 101"),
                Arguments.of("firstName", "A\u0000da", "control characters"),
                Arguments.of("lastName", "line\r\nbreak", "control characters"),
                Arguments.of("lastName", "gnp.\u202eexe", "direction of writing"),
                Arguments.of("lastName", "\u2066x", "direction of writing"),
                Arguments.of("username", "ab", "3 to 64 characters, not 2"),
                Arguments.of("username", "a".repeat(65), "not 65"),
                Arguments.of("username", "a b", "letters, digits"),
                Arguments.of("username", "../etc", "letters, digits"),
                Arguments.of("username", "a@example.org", "letters, digits"),
                Arguments.of("username", "user\u202ename", "letters, digits"),
                Arguments.of("username", "p\u0430ypal" + name, "one script"),
                Arguments.of("email", "no address", "name@example.org"),
                Arguments.of("email", "a@b", "name@example.org"),
                Arguments.of("email", "a@example.org\r\nBcc: b@example.org", "name@example.org"),
                Arguments.of("email", "a@x.org,b@x.org", "name@example.org"),
                Arguments.of("email", "a".repeat(65) + "@example.org", "name@example.org"),
                Arguments.of("email", "a@" + "x.".repeat(130) + "org", "at most 254"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotFitIsRefusedWithOneSentenceAndItsPlace(String field, String value, String told) {
        ObjectNode body = json(Person.any());
        body.put(field, value);

        Api.Answer answer = anonymous.post("/v1/users", body.toString());

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains(told);
        assertThat(answer.json().path("place").asText()).isEqualTo("/" + field);
    }

    @Test
    void nameAndAddressAreNoPasswords() {
        Person person = Person.any();

        assertThat(
                        Stream.of(
                                person.username().toUpperCase(Locale.ROOT),
                                person.email(),
                                person.username()))
                .allSatisfy(password ->
                        assertThat(
                                        anonymous
                                                .post(
                                                        "/v1/users",
                                                        person.withPassword(password).json())
                                                .body())
                                .contains("is no password"));
    }

    @Test
    void lookalikesOfOneUsernameAreTheSame() {
        Person person = Person.any();
        server.register(person);
        String wide = person.username().replace("person", "ｐｅｒｓｏｎ");

        server.register(Person.any().withUsername(wide));

        assertThat(passwords.check(wide, person.password(), "192.0.2.5"))
                .isInstanceOf(Outcome.Right.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "7", "{}", "{\"firstName\":1}"})
    void whatIsNoRequestIsRefused(String body) {
        assertThat(anonymous.post("/v1/users", body).status()).isEqualTo(400);
    }

    @Test
    void formsAndPlainTextAreNotTaken() {
        String body = Person.any().json();

        assertThat(
                        Stream.of("text/plain", "application/x-www-form-urlencoded")
                                .map(type ->
                                        anonymous.post("/v1/users", body, "Content-Type", type)))
                .allSatisfy(answer -> assertThat(answer.status()).isIn(401, 415));
        assertThat(anonymous.post("/v1/users", " ".repeat(20_000)).status()).isEqualTo(413);
    }

    private static ObjectNode json(Person person) {
        try {
            return (ObjectNode) ProtocolJson.mapper().readTree(person.json());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// What a registration answers, and how much was done for it.
    private record Work(int status, String body, double hashes, int transactions, int reads) {}

    private static Work work(RunningServer server, CountedRequests requests, Person person) {
        double hashes = server.passwordHashes();
        int transactions = requests.of("transactWriteItems");
        int reads = requests.of("getItem");
        Api.Answer answer = new Api(server.uri(), "").post("/v1/users", person.json());
        return new Work(
                answer.status(),
                answer.body(),
                server.passwordHashes() - hashes,
                requests.of("transactWriteItems") - transactions,
                requests.of("getItem") - reads);
    }
}
