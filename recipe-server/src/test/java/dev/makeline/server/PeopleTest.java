package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.Scope;
import dev.makeline.protocol.UserId;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.PasswordCheck;
import dev.makeline.server.account.PasswordCheck.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final RunningServer server = RunningServer.shared();
    private final Api operator = server.operator();
    private final PasswordCheck passwords = server.bean(PasswordCheck.class);

    @Test
    void listShowsEverybodyNewestFirstPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.addFirst(registered(Person.any()).id().value());
        }

        JsonNode first = operator.get("/v1/users?limit=2").json();
        JsonNode second =
                operator.get("/v1/users?limit=2&cursor=" + first.path("nextCursor").asText())
                        .json();

        assertThat(first.path("items").findValuesAsText("userId")).isEqualTo(ids.subList(0, 2));
        assertThat(second.path("items").findValuesAsText("userId").getFirst())
                .isEqualTo(ids.getLast());
        assertThat(operator.get("/v1/users?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void personsDoNotSeeEachOther() {
        Account one = registered(Person.any());
        Account other = registered(Person.any());

        Api api = server.loggedIn(one);

        assertThat(api.get("/v1/users").status()).isEqualTo(403);
        assertThat(api.get("/v1/users/" + other.id()).status()).isEqualTo(403);
        assertThat(patch(api, one.id(), "{\"role\":\"admin\"}").status()).isEqualTo(403);
    }

    @Test
    void roleWorksAtOnceAndNobodyChangesTheirOwn() {
        Account account = registered(Person.any());
        Api api = server.loggedIn(account);

        assertThat(patch(operator, account.id(), "{\"role\":\"admin\"}").status()).isEqualTo(200);
        assertThat(api.get("/v1/users/" + account.id()).status()).isEqualTo(200);
        assertThat(patch(api, account.id(), "{\"role\":\"user\"}").status()).isEqualTo(409);

        Account second = admin();
        assertThat(patch(server.loggedIn(second), account.id(), "{\"role\":\"user\"}").status())
                .isEqualTo(200);
        assertThat(api.get("/v1/users/" + account.id()).status()).isEqualTo(403);
    }

    @Test
    void disabledAccountDoesNothingAndItsTokensNeverComeBack() {
        Person person = Person.any();
        Account account = registered(person);
        Api api = server.loggedIn(account);

        assertThat(patch(operator, account.id(), "{\"state\":\"disabled\"}").status())
                .isEqualTo(200);

        assertThat(api.get("/v1/users/me").status()).isEqualTo(401);
        assertThat(passwords.check(person.username(), person.password(), "192.0.2.1"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(patch(operator, account.id(), "{\"state\":\"active\"}").status()).isEqualTo(200);
        assertThat(api.get("/v1/users/me").status()).isEqualTo(401);
        assertThat(passwords.check(person.username(), person.password(), "192.0.2.1"))
                .isInstanceOf(Outcome.Right.class);
    }

    @Test
    void oneAdministratorAlwaysStays() {
        AdministratorRows.clear(server);
        Person person = Person.any();
        Account only = admin(person);

        assertThat(patch(operator, only.id(), "{\"role\":\"user\"}").status()).isEqualTo(409);
        assertThat(patch(operator, only.id(), "{\"state\":\"disabled\"}").status()).isEqualTo(409);
        assertThat(
                        server.loggedIn(only)
                                .send(
                                        "DELETE",
                                        "/v1/users/me",
                                        BodyPublishers.ofString(
                                                "{\"password\":\"" + person.password() + "\"}"))
                                .status())
                .isEqualTo(409);

        admin();
        assertThat(patch(operator, only.id(), "{\"role\":\"user\"}").status()).isEqualTo(200);
    }

    @Test
    void administratorsWhoDemoteEachOtherAtOnceLeaveOne() {
        AdministratorRows.clear(server);
        for (int round = 0; round < 5; round++) {
            Account one = admin();
            Account other = admin();

            List<Integer> statuses =
                    AtOnce.each(
                            List.of(
                                    () -> patch(operator, one.id(), "{\"role\":\"user\"}").status(),
                                    () ->
                                            patch(operator, other.id(), "{\"state\":\"disabled\"}")
                                                    .status()));

            assertThat(statuses).contains(200);
            assertThat(AdministratorRows.count(server)).isPositive();
            AdministratorRows.clear(server);
        }
    }

    @Test
    void whatIsNoStandingIsRefused() {
        Account account = registered(Person.any());

        assertThat(List.of("{\"role\":\"service\"}", "{\"role\":\"root\"}", "{\"state\":\"gone\"}"))
                .allSatisfy(body ->
                        assertThat(patch(operator, account.id(), body).status()).isEqualTo(400));
        assertThat(operator.get("/v1/users/nobody").status()).isEqualTo(404);
        assertThat(operator.get("/v1/users/" + "0".repeat(26)).status()).isEqualTo(404);
    }

    @Test
    void administratorIsMadeByAnOperatorAndTheTakenNameIsTold() {
        Person person = Person.any();

        Api.Answer made = operator.post("/v1/users/admins", person.json());
        Api.Answer again = operator.post("/v1/users/admins", person.json());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("role").asText()).isEqualTo("admin");
        assertThat(again.status()).isEqualTo(409);
        assertThat(
                        new Api(server.uri(), server.token(Scope.RECIPES_READ))
                                .post("/v1/users/admins", Person.any().json())
                                .status())
                .isEqualTo(403);
    }

    private Account registered(Person person) {
        server.register(person);
        return server.account(person);
    }

    private Account admin() {
        return admin(Person.any());
    }

    private Account admin(Person person) {
        assertThat(operator.post("/v1/users/admins", person.json()).status()).isEqualTo(201);
        return server.account(person);
    }

    private static Api.Answer patch(Api api, UserId user, String body) {
        return api.send("PATCH", "/v1/users/" + user, BodyPublishers.ofString(body));
    }
}
