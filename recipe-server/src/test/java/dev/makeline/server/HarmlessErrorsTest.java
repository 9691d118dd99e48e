package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is sent, an error says nothing of what the server is made of. The same requests in
/// every build, by their seed; another seed looks further.
class HarmlessErrorsTest {

    private static final Pattern INNARDS =
            Pattern.compile(
                    "(?:java|javax|jakarta|io|com|org|dev|software)\\.[a-z]+\\.[A-Za-z.]+"
                            + "|\\bat [a-z]+(?:\\.[a-zA-Z_$]+)+\\("
                            + "|[A-Z][A-Za-z]+(?:Exception|Error)\\b|micronaut|netty|jackson",
                    Pattern.CASE_INSENSITIVE);

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Api ADMIN = new Api(SERVER.uri(), Holder.of(SERVER, Role.ADMIN).token());

    record Sent(String method, String path, String body, String header, String value) {}

    @Property(tries = 300, seed = "20261127")
    void noAnswerTellsOfTheInside(@ForAll("requests") Sent sent) {
        Api.Answer answer =
                ADMIN.send(
                        sent.method(),
                        sent.path(),
                        BodyPublishers.ofString(sent.body()),
                        sent.header(),
                        sent.value());

        assertThat(answer.status()).as("%s %s", sent, answer.body()).isNotEqualTo(500);
        if (answer.status() >= 400) {
            assertHarmless(answer.body(), sent.path() + sent.body() + sent.value());
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Property(tries = 100, seed = "20261127")
    void noAnswerToWhatIsNoHttpTellsOfTheInside(@ForAll("heads") String head) throws IOException {
        String answer = raw(head);

        assertHarmless(answer, head);
    }

    private static void assertHarmless(String answer, String sent) {
        assertThat(INNARDS.matcher(answer).results().map(found -> found.group()))
                .as(answer)
                .allSatisfy(found -> assertThat(sent).containsIgnoringCase(found));
    }

    @Provide
    static Arbitrary<Sent> requests() {
        Arbitrary<String> methods =
                Arbitraries.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW");
        Arbitrary<String> paths =
                Combinators.combine(
                                Arbitraries.of(
                                        "/",
                                        "/v1/",
                                        "/v1/recipes/",
                                        "/v1/recipes/1/makes/",
                                        "/v1/recipes?limit=",
                                        "/v1/recipes?cursor=",
                                        "/v1/recipes/1/makes:compare?makeIds=",
                                        "/v1/comparisons?",
                                        "/v1/intake/",
                                        "/v1/intake?state=",
                                        "/v1/audit?from=",
                                        "/v1/audit?cursor=",
                                        "/v1/users/",
                                        "/v1/users",
                                        "/v1/password-resets",
                                        "/docs/assets/",
                                        "/health/"),
                                text())
                        .as((start, end) -> start + URLEncoder.encode(end, StandardCharsets.UTF_8));
        Arbitrary<String> bodies =
                Arbitraries.oneOf(
                        text(),
                        Arbitraries.of(
                                "",
                                "{",
                                "[]",
                                "null",
                                "{}",
                                "\"x\"",
                                "[".repeat(2_000),
                                "{\"recipeId\":1e999}",
                                "{\"recipeName\":{\"a\":[1]},\"ingredients\":7}",
                                "{\"@class\":\"java.lang.Runtime\"}",
                                "{\"username\":[],\"password\":1,\"email\":null}"));
        Arbitrary<String> headers =
                Arbitraries.of(
                        "If-Match",
                        "If-None-Match",
                        "Idempotency-Key",
                        "Accept",
                        "Content-Type",
                        "Content-Encoding",
                        "Authorization",
                        "traceparent",
                        "X-Forwarded-For",
                        "Cookie",
                        "Range",
                        "Accept-Language",
                        "X-HTTP-Method-Override");
        Arbitrary<String> values =
                Arbitraries.oneOf(
                        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40),
                        Arbitraries.of(
                                "gzip",
                                "deflate",
                                "application/json; charset=x",
                                "multipart/form-data; boundary=x",
                                "application/x-www-form-urlencoded",
                                "text/html",
                                "Bearer x",
                                "en-XX;q=9"));
        return Combinators.combine(methods, paths, bodies, headers, values).as(Sent::new);
    }

    @Provide
    static Arbitrary<String> heads() {
        return Combinators.combine(
                        Arbitraries.of(
                                "GET /%zz HTTP/1.1",
                                "GET /v1/recipes/%00 HTTP/1.1",
                                "GET /v1/%c0%ae%c0%ae/ HTTP/1.1",
                                "GET //v1//recipes HTTP/1.1",
                                "GET http://[::1 HTTP/1.1",
                                "GET /v1/recipes?%= HTTP/1.1",
                                "GET / HTTP/9.9",
                                "BREW",
                                "POST /v1/users HTTP/1.1",
                                "\u0000\u0001\u0002"),
                        Arbitraries.of(
                                "Host: x",
                                "Content-Length: -1",
                                "Content-Length: 99999999999999999999",
                                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                                "Host: " + "x".repeat(20_000),
                                "Content-Type: \u00ff\u00fe",
                                "Cookie: =;=;",
                                ": nothing"),
                        Arbitraries.of("", "zz\r\nx", "{\"a\":"))
                .as((line, header, body) ->
                        line + "\r\n" + header + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings().all().ofMaxLength(30).map(HarmlessErrorsTest::wellFormed);
    }

    /// Java's own client sends no halves of surrogate pairs.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(SERVER.uri().getHost(), SERVER.uri().getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException _) {
            return "";
        }
    }
}
