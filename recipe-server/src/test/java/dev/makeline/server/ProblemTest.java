package dev.makeline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {

    private final Api api = RunningServer.shared().api();

    record Wrong(String method, String path, BodyPublisher body, List<String> headers, int status) {

        @Override
        public String toString() {
            return "%d %s %s %s".formatted(status, method, path, String.join(" ", headers));
        }
    }

    /// 64 MiB in some 64 KB.
    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[64 << 20]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Stream<Wrong> wrongRequests() {
        BodyPublisher none = BodyPublishers.noBody();
        BodyPublisher pie = BodyPublishers.ofString(Documents.pie(1));
        byte[] huge = new byte[7 << 20];
        return Stream.of(
                new Wrong("GET", "/nothing", none, headers(), 404),
                new Wrong("GET", "/v1/nothing", none, headers("Accept", "text/html"), 404),
                new Wrong("GET", "/v1/recipes/999999999", none, headers(), 404),
                new Wrong("GET", "/v1/recipes/999999999/makes/1", none, headers(), 404),
                new Wrong("DELETE", "/v1/recipes/1", none, headers(), 405),
                new Wrong("PATCH", "/v1/recipes/1", pie, headers(), 405),
                new Wrong("GET", "/v1/recipes", none, headers("Accept", "text/html"), 406),
                new Wrong("POST", "/v1/recipes", pie, headers("Content-Type", "text/plain"), 415),
                new Wrong(
                        "POST",
                        "/v1/recipes",
                        pie,
                        headers("Content-Type", "application/x-www-form-urlencoded"),
                        415),
                new Wrong("POST", "/v1/recipes", none, headers(), 400),
                new Wrong("POST", "/v1/recipes", pie, headers("Content-Encoding", "gzip"), 400),
                new Wrong(
                        "POST",
                        "/v1/recipes",
                        BodyPublishers.ofByteArray(new byte[] {-1, -1, -1, -1}),
                        headers("Content-Encoding", "deflate"),
                        400),
                new Wrong(
                        "POST",
                        "/v1/recipes",
                        BodyPublishers.ofByteArray(bomb()),
                        headers("Content-Encoding", "gzip"),
                        413),
                new Wrong("GET", "/v1/recipes/abc", none, headers(), 400),
                new Wrong("GET", "/v1/recipes/1.5", none, headers(), 400),
                new Wrong("GET", "/v1/recipes/-1", none, headers(), 400),
                new Wrong("GET", "/v1/recipes/9007199254740992", none, headers(), 400),
                new Wrong("GET", "/v1/recipes/99999999999999999999", none, headers(), 400),
                new Wrong("GET", "/v1/recipes/1/revisions/x", none, headers(), 400),
                new Wrong("GET", "/v1/recipes/1/makes/-7", none, headers(), 400),
                new Wrong("GET", "/v1/recipes?limit=many", none, headers(), 400),
                new Wrong("GET", "/v1/recipes?limit=0", none, headers(), 400),
                new Wrong("GET", "/v1/intake?state=gone", none, headers(), 400),
                new Wrong("POST", "/v1/recipes", BodyPublishers.ofByteArray(huge), headers(), 413),
                new Wrong(
                        "POST",
                        "/v1/recipes",
                        BodyPublishers.ofByteArray(new byte[(1 << 20) + 1]),
                        headers(),
                        413),
                new Wrong(
                        "POST",
                        "/v1/recipes",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)),
                        headers(),
                        413),
                new Wrong(
                        "POST",
                        "/v1/recipes",
                        BodyPublishers.ofByteArray(BadDocumentsTest.gzip(" ".repeat(50 << 20))),
                        headers("Content-Encoding", "gzip"),
                        413));
    }

    @ParameterizedTest
    @MethodSource("wrongRequests")
    void wrongRequestIsAnsweredWithAProblem(Wrong wrong) {
        Api.Answer answer =
                api.send(
                        wrong.method(),
                        wrong.path(),
                        wrong.body(),
                        wrong.headers().toArray(String[]::new));

        assertThat(answer.status()).as(answer.body()).isEqualTo(wrong.status());
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").textValue()).startsWith("/problems/");
        assertThat(problem.path("status").intValue()).isEqualTo(wrong.status());
        assertThat(problem.path("title").textValue()).isNotBlank();
        assertThat(problem.path("detail").textValue())
                .isNotBlank()
                .doesNotContain("micronaut", "java", "Exception", "Argument");
        if (wrong.status() == 405) {
            assertThat(answer.header("Allow")).isPresent();
        }
    }

    private static List<String> headers(String... headers) {
        return List.of(headers);
    }
}
