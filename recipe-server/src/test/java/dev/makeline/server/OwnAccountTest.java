package dev.makeline.server;

import static dev.makeline.protocol.Attributes.requiredText;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.UserId;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.PasswordCheck;
import dev.makeline.server.account.PasswordCheck.Outcome;
import dev.makeline.server.audit.AuditEntry;
import dev.makeline.server.problem.UnavailableException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnAccountTest {

    private final RunningServer server = RunningServer.shared();
    private final PasswordCheck passwords = server.bean(PasswordCheck.class);
    private final Person person = Person.any();
    private Account account;
    private Api api;

    @BeforeEach
    void register() {
        server.register(person);
        account = server.account(person);
        api = server.loggedIn(account);
    }

    @Test
    void personSeesTheirOwnAccountAndNothingOfThePassword() {
        Api.Answer answer = api.get("/v1/users/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("username").asText()).isEqualTo(person.username());
        assertThat(answer.json().path("email").asText()).isEqualTo(person.email());
        assertThat(answer.json().path("role").asText()).isEqualTo("user");
        assertThat(answer.json().path("state").asText()).isEqualTo("active");
        assertThat(answer.body()).doesNotContain("argon2", "assword");
    }

    @Test
    void namesChangeAndNothingElse() {
        Api.Answer answer =
                patch("{\"firstName\":\" Zoë \",\"role\":\"admin\",\"email\":\"x@example.org\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("firstName").asText()).isEqualTo("Zoë");
        assertThat(answer.json().path("lastName").asText()).isEqualTo("Example");
        assertThat(answer.json().path("role").asText()).isEqualTo("user");
        assertThat(answer.json().path("email").asText()).isEqualTo(person.email());
        assertThat(patch("{\"lastName\":\"\\u202e\"}").status()).isEqualTo(400);
    }

    @Test
    void ofTwoChangesOfOneVersionOneIsMade() {
        String tag = api.get("/v1/users/me").header("ETag").orElseThrow();

        List<Integer> statuses =
                AtOnce.times(2, () -> patch("{\"firstName\":\"Grace\"}", "If-Match", tag).status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        assertThat(patch("{\"firstName\":\"Grace\"}", "If-Match", "3").status()).isEqualTo(400);
    }

    @Test
    void changedPasswordEndsEveryTokenAndNewOnesWork() {
        Api other = server.loggedIn(account);
        String anew = "an even better secret";

        assertThat(changePassword("not the password", anew).status()).isEqualTo(403);
        assertThat(changePassword(person.password(), "short").status()).isEqualTo(400);
        assertThat(changePassword(person.password(), person.username()).status()).isEqualTo(400);
        assertThat(api.get("/v1/users/me").status()).isEqualTo(200);
        assertThat(changePassword(person.password(), anew).status()).isEqualTo(204);

        assertThat(api.get("/v1/users/me").status()).isEqualTo(401);
        assertThat(other.get("/v1/users/me").status()).isEqualTo(401);
        assertThat(server.loggedIn(account).get("/v1/users/me").status()).isEqualTo(200);
        assertThat(passwords.check(person.username(), person.password(), "192.0.2.1"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(passwords.check(person.username(), anew, "192.0.2.1"))
                .isInstanceOf(Outcome.Right.class);
        assertThat(Mailbox.of(person.email()).last(2).subject()).contains("was changed");
    }

    @Test
    void ofTwoPasswordsSetAtOnceOneIs() {
        List<Integer> statuses =
                AtOnce.each(
                        List.of(
                                () ->
                                        changePassword(person.password(), "first of secrets")
                                                .status(),
                                () ->
                                        changePassword(person.password(), "second of secrets")
                                                .status()));

        assertThat(statuses).contains(204).containsAnyOf(412, 401, 403);
    }

    @Test
    void deletedAccountIsGoneAndItsNamesAreFree() {
        assertThat(delete("not the password").status()).isEqualTo(403);

        assertThat(delete(person.password()).status()).isEqualTo(204);

        assertThat(api.get("/v1/users/me").status()).isEqualTo(401);
        assertThat(passwords.check(person.username(), person.password(), "192.0.2.1"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(server.operator().get("/v1/users/" + account.id()).status()).isEqualTo(404);
        server.register(person);
        assertThat(server.account(person).id()).isNotEqualTo(account.id());
    }

    @Test
    void thoseWhoKeepThingsOfAPersonAreToldBeforeTheAccountGoes() {
        List<UserId> told = new CopyOnWriteArrayList<>();
        AtomicBoolean fails = new AtomicBoolean(true);
        try (RunningServer listening =
                RunningServer.startWithListener(event -> {
                    told.add(event.user());
                    if (fails.getAndSet(false)) {
                        throw new UnavailableException("The files cannot be reached");
                    }
                })) {
            assertThat(delete(listening.loggedIn(account), person.password()).status())
                    .isEqualTo(503);
            assertThat(listening.account(person).id()).isEqualTo(account.id());

            assertThat(delete(listening.loggedIn(account), person.password()).status())
                    .isEqualTo(204);
        }

        assertThat(told).containsExactly(account.id(), account.id());
    }

    @Test
    void nothingOfADeletedPersonIsKeptButTheAudit() {
        assertThat(delete(person.password()).status()).isEqualTo(204);

        assertThat(
                        server
                                .dynamoDb()
                                .scanPaginator(scan -> scan.tableName(AccountsTable.NAME))
                                .items()
                                .stream()
                                .map(row -> requiredText(row, AccountsTable.SUBJECT) + row)
                                .filter(row ->
                                        row.contains(account.id().value())
                                                || row.contains(person.username())))
                .allSatisfy(row -> assertThat(row).matches("(audit|token)#(?s).*"));
    }

    @Test
    void whatIsDoneToAnAccountIsOnRecordWithoutSecrets() {
        changePassword("not the password", "a new good secret");
        patch("{\"firstName\":\"Grace\"}");
        delete(person.password());

        List<AuditEntry> events = AuditTrail.of(server).ofTarget(account.id().value());
        assertThat(events)
                .extracting(AuditEntry::action)
                .containsExactly(
                        "account-registered",
                        "password-refused",
                        "account-renamed",
                        "account-deleted");
        assertThat(events.toString())
                .doesNotContain("not the password", "a new good secret", person.password());
    }

    private static Api.Answer delete(Api api, String password) {
        return api.send(
                "DELETE",
                "/v1/users/me",
                BodyPublishers.ofString(ProtocolJson.write(Map.of("password", password))));
    }

    private Api.Answer patch(String body, String... headers) {
        return api.send("PATCH", "/v1/users/me", BodyPublishers.ofString(body), headers);
    }

    private Api.Answer changePassword(String old, String anew) {
        return api.put(
                "/v1/users/me/password",
                ProtocolJson.write(Map.of("password", old, "newPassword", anew)));
    }

    private Api.Answer delete(String password) {
        return delete(api, password);
    }
}
