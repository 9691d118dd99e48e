package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.server.Files.Form;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What S3 itself takes and refuses of a form.
class UploadFormTest {

    private static final byte[] TEXT = "Flour, butter and plums.\n".getBytes(UTF_8);

    private final RunningServer server = RunningServer.shared();
    private final Files files = new Files(new People(server).user("Erika", "Muster").api());
    private final JsonNode announced = files.announce("plums.txt", "text/plain", TEXT).json();
    private final Form form = Form.of(announced.path("upload"));

    @Test
    void rightFormIsTakenAlsoTwice() {
        assertThat(form.send(TEXT)).isEqualTo(204);
        assertThat(form.send(TEXT)).isEqualTo(204);
    }

    @Test
    void emptyFileIsTaken() {
        byte[] nothing = new byte[0];
        JsonNode upload = files.announce("empty.txt", "text/plain", nothing).json();

        assertThat(Form.of(upload.path("upload")).send(nothing)).isEqualTo(204);
        assertThat(files.complete(upload.path("fileId").textValue()).status()).isEqualTo(200);
        assertThat(files.content(upload.path("fileId").textValue()).body()).isEmpty();
    }

    @Test
    void largerOrSmallerContentIsRefused() {
        assertThat(form.send("Flour, butter and plums!!\n".getBytes(UTF_8))).isEqualTo(400);
        assertThat(form.send("Flour, butter and plum.\n".getBytes(UTF_8))).isEqualTo(400);
        assertThat(form.send(new byte[3 << 20])).isEqualTo(400);
    }

    @Test
    void otherTypeOrKeyIsRefused() {
        assertThat(form.with("Content-Type", "text/html").send(TEXT)).isEqualTo(403);
        assertThat(form.with("key", "files/else").send(TEXT)).isEqualTo(403);
        assertThat(form.with("acl", "public-read").send(TEXT)).isEqualTo(403);
    }

    @Test
    void tamperedPolicyOrSignatureIsRefused() {
        String policy = form.fields().getOrDefault("policy", "");
        String wider =
                new String(Base64.getDecoder().decode(policy), UTF_8)
                        .replace(
                                "[\"content-length-range\",25,25]",
                                "[\"content-length-range\",0,99]");
        Form tampered =
                form.with("policy", Base64.getEncoder().encodeToString(wider.getBytes(UTF_8)));

        assertThat(tampered.fields().get("policy")).isNotEqualTo(policy);
        assertThat(tampered.send(TEXT)).isEqualTo(403);
        assertThat(form.with("x-amz-signature", "0".repeat(64)).send(TEXT)).isEqualTo(403);
    }

    @Test
    void formIsOverAfterFiveMinutes() {
        ClockThatIsSet clock = ClockThatIsSet.by(Duration.ofMinutes(-6));
        try (RunningServer earlier = RunningServer.start(Map.of(), clock)) {
            Files late = new Files(new People(earlier).user("Erika", "Muster").api());
            JsonNode upload = late.announce("plums.txt", "text/plain", TEXT).json().path("upload");

            HttpResponse<String> answer = Form.of(upload).answer(TEXT, "");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("expired");
        }
    }

    @Test
    void pageOfThisMachineMayReadTheAnswer() {
        assertThat(
                        form.answer(TEXT, "http://127.0.0.1:8080")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .contains("http://127.0.0.1:8080");
        assertThat(
                        form.answer(TEXT, "https://elsewhere.example")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void formNamesNeitherTheFileNorASecret() {
        assertThat(announced.toString()).doesNotContain("plums");
        assertThat(form.fields().get("key"))
                .startsWith("uploads/" + announced.path("fileId").textValue() + "/");
    }
}
