package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.server.Files.Form;
import org.junit.jupiter.api.Test;

class UploadTest {

    private static final byte[] TEXT = "Flour, butter and plums.\n".getBytes(UTF_8);

    private final RunningServer server = RunningServer.shared();
    private final Files files = new Files(new People(server).user("Erika", "Muster").api());

    @Test
    void fileIsAnnouncedSentByFormCompletedAndDownloaded() {
        Api.Answer announced = files.announce("plums.txt", "text/plain", TEXT);
        JsonNode upload = announced.json();
        String fileId = upload.path("fileId").textValue();

        int sent = Form.of(upload.path("upload")).send(TEXT);
        Api.Answer completed = files.complete(fileId);
        Api.Answer content = files.content(fileId);

        assertThat(announced.status()).isEqualTo(201);
        assertThat(sent).isBetween(200, 204);
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
        assertThat(completed.json().path("state").textValue()).isEqualTo("live");
        assertThat(completed.header("ETag")).contains("\"1\"");
        assertThat(content.body()).isEqualTo(new String(TEXT, UTF_8));
        assertThat(content.header("Content-Disposition"))
                .contains("attachment; filename=\"plums.txt\"; filename*=UTF-8''plums.txt");
        assertThat(content.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.header("Content-Security-Policy"))
                .contains("sandbox; default-src 'none'");
        assertThat(content.header("Cache-Control")).contains("private, no-store");
        assertThat(content.header("Content-Type")).contains("text/plain");
    }
}
