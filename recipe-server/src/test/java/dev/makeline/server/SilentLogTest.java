package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.ProtocolJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is secret, and what is somebody's, is sent wherever it may come, rightly and wrongly; the
/// log has none of it.
class SilentLogTest {

    private static final String CONTENT = "canary-content-7c1f";
    private static final String FILE_NAME = "canary-file-5b2d.txt";
    private static final String WRONG = "canary-wrong-password-90aa";
    private static final String UNKNOWN = "mkl_canary-unknown-token-31fe";

    private final RunningServer server = RunningServer.shared();
    private final Api anonymous = new Api(server.uri(), "");
    private final List<String> canaries = new ArrayList<>();

    @Test
    void theLogHasNoPasswordTokenAddressNameOrContent() {
        canaries.addAll(List.of(CONTENT, FILE_NAME, WRONG, UNKNOWN, RunningServer.SERVICE_TOKEN));
        try (CapturedLog log = CapturedLog.open()) {
            LoggedIn one = register();
            logInWrongly(one);
            makeTokens(one);
            handleFiles(one);
            sendDocuments();
            resetAndLeave(one);
            anonymous.get("/v1/recipes/abc?access_token=" + UNKNOWN);

            LoggerFactory.getLogger(SilentLogTest.class).trace("The log is captured");
            assertThat(log.text()).contains("The log is captured");
            assertThat(canaries).hasSizeGreaterThan(10);
            assertThat(canaries)
                    .allSatisfy(canary -> {
                        assertThat(canary).isNotBlank();
                        assertThat(log.text()).doesNotContain(canary);
                    });
        }
    }

    private LoggedIn register() {
        Person person = Person.any();
        canaries.addAll(List.of(person.password(), person.email(), person.username()));
        LoggedIn one = LoggedIn.at(server);
        canaries.addAll(
                List.of(
                        one.person().password(),
                        one.person().email(),
                        one.person().username(),
                        one.api().token(),
                        one.refreshToken()));
        anonymous.post("/v1/users", person.json());
        anonymous.post("/v1/users", person.json());
        anonymous.post("/v1/users", person.json().replace("{", "{{"));
        anonymous.post("/v1/users", person.withEmail(WRONG).json());
        return one;
    }

    private void logInWrongly(LoggedIn one) {
        anonymous.post("/v1/login", LoggedIn.credentials(one.person().username(), WRONG));
        anonymous.post("/v1/login", LoggedIn.credentials(WRONG, WRONG));
        anonymous.post("/v1/login", "{\"password\":\"" + WRONG);
        anonymous.post("/v1/tokens/refresh", LoggedIn.refresh(UNKNOWN));
        new Api(server.uri(), UNKNOWN).get("/v1/recipes");
        anonymous.get("/v1/recipes", "Cookie", "__Host-makeline=" + UNKNOWN);
    }

    private void makeTokens(LoggedIn one) {
        JsonNode made =
                one.api()
                        .post(
                                "/v1/tokens",
                                ProtocolJson.write(
                                        Map.of(
                                                "name",
                                                "nightly",
                                                "scopes",
                                                List.of("recipes:read"),
                                                "expiresInDays",
                                                1)))
                        .json();
        String secret = made.path("token").asText();
        if (!secret.isEmpty()) {
            canaries.add(secret);
        }
        anonymous.post("/v1/tokens/refresh", LoggedIn.refresh(one.refreshToken()));
    }

    private void handleFiles(LoggedIn one) {
        Files files = new Files(LoggedIn.again(server, one.person()).api());
        String file = files.upload(FILE_NAME, "text/plain", CONTENT.getBytes(UTF_8));
        files.content(file);
        files.put(file, "image/png", (CONTENT + "\u0000").getBytes(UTF_8));
        files.announce("../" + FILE_NAME + "\r\n", "text/html", CONTENT.getBytes(UTF_8));
        files.delete(file);
        files.purge(file);
    }

    private void sendDocuments() {
        Api api = server.api();
        api.post("/v1/recipes", "{\"recipeName\":\"" + CONTENT + "\",");
        api.post("/v1/recipes", "{\"recipeName\":\"" + CONTENT + "\",\"recipeId\":\"x\"}");
        api.post("/v1/comparisons", "[\"" + CONTENT + "\"]");
        server.sender()
                .post(
                        "/v1/intake/submissions",
                        Submitted.make("{\"recipeName\":\"" + CONTENT + "\"}").json());
    }

    private void resetAndLeave(LoggedIn one) {
        anonymous.post(
                "/v1/password-resets", ProtocolJson.write(Map.of("email", one.person().email())));
        anonymous.post(
                "/v1/password-resets/completions",
                ProtocolJson.write(Map.of("token", UNKNOWN, "password", WRONG)));
        LoggedIn again = LoggedIn.again(server, one.person());
        again.api()
                .put(
                        "/v1/users/me/password",
                        ProtocolJson.write(
                                Map.of("currentPassword", WRONG, "newPassword", WRONG + WRONG)));
        again.api()
                .send(
                        "DELETE",
                        "/v1/users/me",
                        BodyPublishers.ofString(
                                ProtocolJson.write(Map.of("password", again.person().password()))));
    }
}
