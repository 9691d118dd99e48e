package dev.makeline.server;

import static dev.makeline.protocol.Attributes.requiredText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.PasswordCheck;
import dev.makeline.server.account.PasswordCheck.Outcome;
import dev.makeline.server.throttle.RequestLimits;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordGuessingTest {

    private static final Map<String, Object> BEHIND_A_PROXY =
            Map.of(
                    "makeline.access.trusted-proxies", 1,
                    "makeline.throttle.wrong-passwords-per-address", 50);

    @Test
    void wrongPasswordsAreSlowedAndTheRightOneFromElsewhereWorks() {
        try (RunningServer server = RunningServer.start(BEHIND_A_PROXY)) {
            Person person = Person.any();
            server.register(person);
            Api api = server.loggedIn(server.account(person));

            List<Api.Answer> answers =
                    IntStream.range(0, 100)
                            .mapToObj(_ -> change(api, "a wrong password", "198.51.100.7"))
                            .toList();

            assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(90);
            assertThat(answers.stream().filter(answer -> answer.status() == 403)).hasSize(10);
            assertThat(answers.getLast().header("Retry-After").map(Integer::parseInt))
                    .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 300));
            assertThat(answers.getLast().body()).contains("/problems/too-many-requests");
            assertThat(change(api, person.password(), "198.51.100.7").status()).isEqualTo(429);
            assertThat(change(api, person.password(), "203.0.113.9").status()).isEqualTo(204);
        }
    }

    @Test
    void forgedForwardedHeaderDoesNotEvade() {
        try (RunningServer server =
                RunningServer.start(
                        Map.of("makeline.throttle.wrong-passwords-per-address", 1_000_000))) {
            Person person = Person.any();
            server.register(person);
            Api api = server.loggedIn(server.account(person));

            List<Integer> statuses =
                    IntStream.range(0, 30)
                            .mapToObj(i -> change(api, "a wrong password", "198.51.100." + i))
                            .map(Api.Answer::status)
                            .toList();

            assertThat(statuses.stream().filter(status -> status == 429)).hasSize(20);
        }
    }

    @Test
    void othersGuessesDoNotSlowAnAddressThatTheOwnerCameFrom() {
        try (RunningServer server =
                RunningServer.start(
                        Map.of(
                                "makeline.throttle.wrong-passwords-per-account", 5,
                                "makeline.throttle.wrong-passwords-per-address", 3))) {
            PasswordCheck check = server.bean(PasswordCheck.class);
            Person person = Person.any();
            server.register(person);
            String name = person.username();
            assertThat(check.check(name, person.password(), "203.0.113.50"))
                    .isInstanceOf(Outcome.Right.class);

            List<Outcome> guesses =
                    IntStream.range(0, 20)
                            .mapToObj(i -> check.check(name, "a wrong one", "198.18.0." + i))
                            .toList();
            IntStream.range(0, 5)
                    .forEach(i -> check.check("nobody" + i, "a wrong one", "203.0.113.50"));

            assertThat(guesses.stream().filter(Outcome.SlowedDown.class::isInstance)).hasSize(15);
            assertThat(check.check(name, person.password(), "198.18.1.1"))
                    .isInstanceOf(Outcome.SlowedDown.class);
            assertThat(check.check(name, person.password(), "203.0.113.50"))
                    .isInstanceOf(Outcome.Right.class);
        }
    }

    @Test
    void namesThatNobodyHasAreSlowedTheSameAndCostTheSame() {
        CountedRequests requests = CountedRequests.from(PasswordCheck.class.getPackage());
        try (RunningServer server =
                RunningServer.start(Map.of(), requests.on(RunningServer.shared().dynamoDb()))) {
            Person person = Person.any();
            server.register(person);
            Person nobody = Person.any();

            List<Cost> known =
                    IntStream.range(0, 12)
                            .mapToObj(_ -> cost(server, requests, person.username()))
                            .toList();
            List<Cost> unknown =
                    IntStream.range(0, 12)
                            .mapToObj(_ -> cost(server, requests, nobody.username()))
                            .toList();

            assertThat(unknown).isEqualTo(known);
            assertThat(known.getFirst().hashes()).isEqualTo(1);
            assertThat(known.getFirst().reads()).isPositive();
            assertThat(known.getFirst().writes()).isPositive();
            assertThat(known.getLast().outcome()).isEqualTo(Outcome.SlowedDown.class);
        }
    }

    @Test
    void manyGuessesAtOnceGetNoFurther() {
        RunningServer server = RunningServer.shared();
        PasswordCheck check = server.bean(PasswordCheck.class);
        Person person = Person.any();
        server.register(person);

        List<Outcome> outcomes =
                AtOnce.times(40, () -> check.check(person.username(), "a wrong one", "192.0.2.77"));

        assertThat(outcomes.stream().filter(Outcome.Wrong.class::isInstance).count())
                .isLessThanOrEqualTo(10);
        assertThat(outcomes.stream().filter(Outcome.SlowedDown.class::isInstance).count())
                .isGreaterThanOrEqualTo(20);
    }

    @Test
    void ofManyAtOnceExactlyTheLimitGetsThrough() {
        RequestLimits limits = RunningServer.shared().bean(RequestLimits.class);
        for (int round = 0; round < 5; round++) {
            String recipient = Person.any().email();

            List<Boolean> allowed = AtOnce.times(60, () -> limits.allowsMail(recipient));

            assertThat(allowed.stream().filter(one -> one)).hasSize(5);
        }
    }

    @Test
    void countsOfOneServerHoldOnAnother() {
        Person person = Person.any();
        RunningServer one = RunningServer.shared();
        one.register(person);
        IntStream.range(0, 10)
                .forEach(_ ->
                        one.bean(PasswordCheck.class)
                                .check(person.username(), "a wrong one", "192.0.2.88"));
        try (RunningServer other = RunningServer.start(Map.of())) {
            assertThat(
                            other.bean(PasswordCheck.class)
                                    .check(person.username(), person.password(), "192.0.2.88"))
                    .isInstanceOf(Outcome.SlowedDown.class);
        }
    }

    @Test
    void slowedDownEndsWithItsWindow() {
        ClockThatIsSet clock = new ClockThatIsSet();
        try (RunningServer server = RunningServer.start(Map.of(), clock)) {
            PasswordCheck check = server.bean(PasswordCheck.class);
            Person person = Person.any();
            server.register(person);
            Account account = server.account(person);
            IntStream.range(0, 11)
                    .forEach(_ -> check.check(account.username(), "a wrong one", "192.0.2.99"));
            Outcome slowed = check.check(account.username(), person.password(), "192.0.2.99");
            assertThat(slowed).isInstanceOf(Outcome.SlowedDown.class);

            clock.set(((Outcome.SlowedDown) slowed).retryAfter());

            assertThat(check.check(account.username(), person.password(), "192.0.2.99"))
                    .isInstanceOf(Outcome.Right.class);
        }
    }

    @Test
    void registrationsFromOneAddressAreLimited() {
        try (RunningServer server =
                RunningServer.start(
                        Map.of(
                                "makeline.access.trusted-proxies", 1,
                                "makeline.throttle.registrations-per-address", 3,
                                "makeline.throttle.resets-per-address", 3))) {
            Api anonymous = new Api(server.uri(), "");
            String[] from = {"X-Forwarded-For", "2001:db8:" + System.nanoTime() % 9999 + "::1"};
            String[] neighbour = {from[0], from[1] + "7"};

            List<Integer> registrations =
                    IntStream.range(0, 5)
                            .mapToObj(i ->
                                    anonymous.post(
                                            "/v1/users",
                                            Person.any().json(),
                                            i % 2 == 0 ? from : neighbour))
                            .map(Api.Answer::status)
                            .toList();
            List<Integer> resets =
                    IntStream.range(0, 5)
                            .mapToObj(_ ->
                                    anonymous.post(
                                            "/v1/password-resets",
                                            "{\"email\":\"nobody@example.org\"}",
                                            from))
                            .map(Api.Answer::status)
                            .toList();

            assertThat(registrations).containsExactly(202, 202, 202, 429, 429);
            assertThat(resets).containsExactly(202, 202, 202, 429, 429);
        }
    }

    @Test
    void floodIsAnsweredBusyAndNotOutOfMemory() {
        try (RunningServer server =
                RunningServer.start(
                        Map.of(
                                "makeline.passwords.hashes-at-once",
                                1,
                                "makeline.passwords.longest-wait",
                                "200ms"))) {
            Api anonymous = new Api(server.uri(), "");

            List<Api.Answer> answers =
                    AtOnce.times(60, () -> anonymous.post("/v1/users", Person.any().json()));

            assertThat(answers).extracting(Api.Answer::status).contains(503).containsOnly(202, 503);
            assertThat(answers.stream().filter(answer -> answer.status() == 503))
                    .allSatisfy(answer -> assertThat(answer.header("Retry-After")).contains("1"));
            assertThat(anonymous.post("/v1/users", Person.any().json()).status()).isEqualTo(202);
        }
    }

    @Test
    void weakerHashIsMadeAnewAtLogin() {
        Person person = Person.any();
        RunningServer.shared().register(person);
        try (RunningServer stricter =
                RunningServer.start(Map.of("makeline.passwords.iterations", 2))) {
            Account account = stricter.account(person);

            assertThat(storedPassword(account)).startsWith("$argon2id$v=19$m=47104,t=2,p=1$");
            assertThat(stricter.account(person).version()).isEqualTo(account.version());
        }
        assertThat(RunningServer.shared().account(person).username()).isEqualTo(person.username());
    }

    private static String storedPassword(Account account) {
        return requiredText(
                RunningServer.shared()
                        .dynamoDb()
                        .getItem(get ->
                                get.tableName(AccountsTable.NAME)
                                        .key(
                                                AccountsTable.userKey(
                                                        account.id(), AccountsTable.PROFILE_PART)))
                        .item(),
                "passwordHash");
    }

    private record Cost(Class<?> outcome, double hashes, int reads, int writes) {}

    private static Cost cost(RunningServer server, CountedRequests requests, String name) {
        double hashes = server.passwordHashes();
        int reads = requests.of("getItem");
        int writes = requests.of("updateItem");
        Outcome outcome = server.bean(PasswordCheck.class).check(name, "a wrong one", "192.0.2.66");
        return new Cost(
                outcome.getClass(),
                server.passwordHashes() - hashes,
                requests.of("getItem") - reads,
                requests.of("updateItem") - writes);
    }

    private static Api.Answer change(Api api, String password, String forwardedFor) {
        return api.put(
                "/v1/users/me/password",
                ProtocolJson.write(
                        Map.of("password", password, "newPassword", "quite another secret")),
                "X-Forwarded-For",
                forwardedFor);
    }
}
