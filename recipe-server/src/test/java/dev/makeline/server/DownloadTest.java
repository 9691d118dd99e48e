package dev.makeline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DownloadTest {

    private static final String SCRIPT = "<html><script>alert(document.cookie)</script></html>";

    private final RunningServer server = RunningServer.shared();
    private final Files files = new Files(new People(server).user("Erika", "Muster").api());

    @Test
    void pageWithAScriptComesAsAnAttachmentThatNothingRuns() {
        String fileId = files.upload("pie.html", "text/html", SCRIPT.getBytes(UTF_8));

        Api.Answer content = files.content(fileId);

        assertThat(content.body()).isEqualTo(SCRIPT);
        assertThat(content.header("Content-Type")).contains("application/octet-stream");
        assertThat(content.header("Content-Disposition"))
                .contains("attachment; filename=\"pie.html\"; filename*=UTF-8''pie.html");
        assertThat(content.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.header("Content-Security-Policy"))
                .contains("sandbox; default-src 'none'");
        assertThat(content.response().headers().allValues("Cache-Control"))
                .containsExactly("private, no-store");
        assertThat(content.response().headers().allValues("Expires")).containsExactly("0");
        assertThat(content.response().headers().allValues("Content-Type")).hasSize(1);
    }

    @Test
    void nameOfAnyLettersComesEncoded() {
        String fileId = files.upload("Küchlein \"neu\".txt", "x");

        assertThat(files.content(fileId).header("Content-Disposition"))
                .contains(
                        "attachment; filename=\"K_chlein _neu_.txt\"; filename*=UTF-8''K%C3%BCchlein%20%22neu%22.txt");
    }

    @Test
    void largeContentComesWhole() {
        byte[] large = new byte[3_500_000];
        new Random(1).nextBytes(large);
        String fileId = files.upload("large.bin", "application/octet-stream", large);

        HttpResponse<byte[]> content = files.bytes(fileId);

        assertThat(content.body()).isEqualTo(large);
        assertThat(content.headers().firstValue("Content-Length")).contains("3500000");
    }

    @Test
    void contentThatTheClientHasIsNotSentAgain() {
        String fileId = files.upload("plums.txt", "Plums.\n");
        String tag = files.content(fileId).header("ETag").orElseThrow();

        Api.Answer again =
                files.api().get("/v1/files/" + fileId + "/content", "If-None-Match", tag);

        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void unknownVersionIsNotFound() {
        String fileId = files.upload("plums.txt", "Plums.\n");

        assertThat(files.api().get("/v1/files/" + fileId + "/content?version=2").status())
                .isEqualTo(404);
        assertThat(files.api().get("/v1/files/" + fileId + "/content?version=x").status())
                .isEqualTo(404);
    }

    @Test
    void linkDownloadsWithoutATokenAsAnAttachment() {
        String fileId = files.upload("pie.html", "text/html", SCRIPT.getBytes(UTF_8));

        JsonNode link = link(files, fileId);
        HttpResponse<String> answer = get(link.path("url").textValue());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SCRIPT);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"pie.html\"");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/octet-stream");
        assertThat(Instant.parse(link.path("expiresAt").textValue()))
                .isBefore(Instant.now().plusSeconds(61));
    }

    @Test
    void linkThatWasChangedIsRefused() {
        String fileId = files.upload("pie.html", "text/html", SCRIPT.getBytes(UTF_8));
        String url = link(files, fileId).path("url").textValue();

        assertThat(get(url.replace("octet-stream", "xhtml%2Bxml")).statusCode()).isEqualTo(403);
        assertThat(get(url.replace("attachment", "inline")).statusCode()).isEqualTo(403);
        assertThat(get(url.replaceAll("X-Amz-Expires=60", "X-Amz-Expires=600")).statusCode())
                .isEqualTo(403);
        assertThat(url).contains("X-Amz-Expires=60");
    }

    @Test
    void linkLeadsWhereBrowsersReachTheStore() {
        try (RunningServer behind =
                RunningServer.start(
                        Map.of("makeline.files.browser-endpoint", "https://files.example:9443"))) {
            Files mine = new Files(new People(behind).user("Erika", "Muster").api());
            JsonNode announced =
                    mine.announce("plums.txt", "text/plain", "Plums.".getBytes(UTF_8)).json();
            String fileId = announced.path("fileId").textValue();
            mine.put(fileId, "text/plain", "Plums.".getBytes(UTF_8));

            assertThat(announced.at("/upload/url").textValue())
                    .isEqualTo("https://files.example:9443/makeline-files");
            assertThat(link(mine, fileId).path("url").textValue())
                    .startsWith("https://files.example:9443/makeline-files/files/" + fileId);
        }
    }

    @Test
    void formsAndLinksLeadToTheBucketsOwnHostWhereBrowsersReachIt() {
        String host = "https://makeline-files.s3-accelerate.amazonaws.com";
        try (RunningServer behind =
                RunningServer.start(Map.of("makeline.files.browser-endpoint", host))) {
            Files mine = new Files(new People(behind).user("Erika", "Muster").api());
            JsonNode announced =
                    mine.announce("plums.txt", "text/plain", "Plums.".getBytes(UTF_8)).json();
            String fileId = announced.path("fileId").textValue();
            mine.put(fileId, "text/plain", "Plums.".getBytes(UTF_8));

            assertThat(announced.at("/upload/url").textValue()).isEqualTo(host);
            assertThat(link(mine, fileId).path("url").textValue())
                    .startsWith(host + "/files/" + fileId);
        }
    }

    @Test
    void linkOfADistributionIsSignedWithItsKey() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        try (RunningServer own =
                RunningServer.start(
                        Map.of(
                                "makeline.files.cloudfront.domain", "cdn.example.com",
                                "makeline.files.cloudfront.key-pair-id", "K1234",
                                "makeline.files.cloudfront.private-key", pem(pair)))) {
            Files mine = new Files(new People(own).user("Erika", "Muster").api());
            String fileId = mine.upload("pie \"1\".html", "text/html", SCRIPT.getBytes(UTF_8));

            String url = link(mine, fileId).path("url").textValue();

            String resource = url.substring(0, url.indexOf("&Expires="));
            Map<String, String> signed =
                    Arrays.stream(url.substring(resource.length() + 1).split("&"))
                            .map(part -> part.split("=", 2))
                            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
            assertThat(resource)
                    .startsWith("https://cdn.example.com/files/" + fileId + "/")
                    .contains("response-content-disposition=attachment")
                    .contains("response-content-type=application%2Foctet-stream");
            assertThat(signed).containsEntry("Key-Pair-Id", "K1234");
            assertThat(Long.parseLong(signed.getOrDefault("Expires", "")))
                    .isBetween(
                            Instant.now().getEpochSecond() + 30,
                            Instant.now().getEpochSecond() + 61);
            assertThat(isSigned(pair, resource, signed)).isTrue();
        }
    }

    private static boolean isSigned(KeyPair pair, String resource, Map<String, String> signed)
            throws GeneralSecurityException {
        String policy =
                "{\"Statement\":[{\"Resource\":\"%s\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":%s}}}]}"
                        .formatted(resource, signed.get("Expires"));
        Signature verifier = Signature.getInstance("SHA1withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update(policy.getBytes(UTF_8));
        String base64 =
                signed.getOrDefault("Signature", "")
                        .replace('-', '+')
                        .replace('_', '=')
                        .replace('~', '/');
        return verifier.verify(Base64.getDecoder().decode(base64));
    }

    @Test
    void distributionWithoutAKeyStopsTheStart() {
        assertThatThrownBy(() ->
                        RunningServer.start(
                                        Map.of(
                                                "makeline.files.cloudfront.domain",
                                                        "cdn.example.com",
                                                "makeline.files.cloudfront.key-pair-id", "K1234"))
                                .close())
                .rootCause()
                .hasMessageContaining("makeline.files.cloudfront.private-key");
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded()));
    }

    private static JsonNode link(Files files, String fileId) {
        Api.Answer answer =
                files.api()
                        .send(
                                "POST",
                                "/v1/files/" + fileId + "/download-links",
                                BodyPublishers.noBody());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static HttpResponse<String> get(String url) {
        return Files.exchange(
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10)).build());
    }
}
