package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseHeadersTest {

    private static final RunningServer SERVER = RunningServer.shared();

    static Stream<Api.Answer> answers() {
        Api reader = new Api(SERVER.uri(), SERVER.token(Scope.RECIPES_READ));
        Api anonymous = new Api(SERVER.uri(), "");
        return Stream.of(
                reader.get("/v1/recipes"),
                reader.get("/v1/recipes/999999999"),
                reader.get("/v1/recipes/abc"),
                reader.get("/v1/audit"),
                reader.get("/nothing"),
                reader.send("DELETE", "/v1/recipes", BodyPublishers.noBody()),
                reader.get("/v1/recipes", "Accept", "text/html"),
                anonymous.get("/v1/recipes"),
                anonymous.post("/v1/users", "{"),
                anonymous.get("/health"),
                anonymous.get("/openapi.yaml"),
                anonymous.get("/docs"),
                anonymous.get("/docs/assets/docs.js"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerTellsBrowsersToDoNoMoreWithIt(Api.Answer answer) {
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy)
                                .contains("default-src 'none'", "frame-ancestors 'none'"));
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        if (answer.response().uri().getPath().startsWith("/v1/")) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void theDocsPageKeepsItsOwnPolicyAndItsPartsMayBeKept() {
        Api anonymous = new Api(SERVER.uri(), "");

        assertThat(anonymous.get("/docs").response().headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self'");
        assertThat(anonymous.get("/docs/assets/docs.js").header("Cache-Control"))
                .contains("public, max-age=3600");
    }

    @Test
    void browsersAreNotToldToComeByHttpsWhereThatIsSwitchedOff() {
        try (RunningServer server =
                RunningServer.start(
                        Map.of("makeline.response-headers.strict-transport-security", "0s"))) {
            assertThat(new Api(server.uri(), "").get("/health").header("Strict-Transport-Security"))
                    .isEmpty();
        }
    }
}
