package dev.makeline.system.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.system.instance.Answer;
import dev.makeline.system.instance.FormPost;
import dev.makeline.system.instance.Instance;
import dev.makeline.system.instance.RecipeApi;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A person's files and jobs by the API, where a test needs them and is about something else.
record OwnFiles(RecipeApi api) {

    static OwnFiles of(Instance makeline, Person person) {
        Answer answer =
                makeline.api()
                        .withoutToken()
                        .post(
                                "/v1/login",
                                "{\"username\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(person.username(), person.password()));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return new OwnFiles(makeline.api().withToken(answer.json().path("access_token").asText()));
    }

    /// @return the id of the file
    String upload(String name, String text) {
        return complete(
                api.post("/v1/files", "{\"name\": \"%s\", %s}".formatted(name, content(text))),
                text);
    }

    /// @return the id of a job that appends a text
    String order(String file, String text) {
        Answer answer =
                api.post(
                        "/v1/jobs",
                        "{\"kind\": \"append-text\", \"fileId\": \"%s\", \"parameters\": {\"text\": \"%s\"}}"
                                .formatted(file, text.strip()));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().path("jobId").asText();
    }

    String stateOf(String job) {
        return api.get("/v1/jobs/" + job).json().path("state").asText();
    }

    private String complete(Answer begun, String text) {
        assertThat(begun.status()).as("%s", begun).isBetween(200, 201);
        assertThat(FormPost.send(begun.json().path("upload"), text)).isEqualTo(204);
        String file = begun.json().path("fileId").asText();
        Answer completed = api.post("/v1/files/" + file + "/completion", "");
        assertThat(completed.status()).as("%s", completed).isEqualTo(200);
        return file;
    }

    private static String content(String text) {
        return "\"size\": %d, \"mediaType\": \"text/plain\", \"sha256\": \"%s\""
                .formatted(text.getBytes(UTF_8).length, sha256(text));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
