package dev.makeline.server.file.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.protocol.ProtocolJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class PostSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    private final PostPolicy policy =
            new PostPolicy("bucket", "uploads/1", "image/png", 7, NOW.plusSeconds(300));

    /// The example of the S3 documentation: "Browser-Based Upload using HTTP POST (Using AWS
    /// Signature Version 4)".
    @Test
    void publishedExampleGetsItsPublishedSignature() {
        String document =
                """
                { "expiration": "2015-12-30T12:00:00.000Z",
                  "conditions": [
                    {"bucket": "sigv4examplebucket"},
                    ["starts-with", "$key", "user/user1/"],
                    {"acl": "public-read"},
                    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
                    ["starts-with", "$Content-Type", "image/"],
                    {"x-amz-meta-uuid": "14365123651274"},
                    {"x-amz-server-side-encryption": "AES256"},
                    ["starts-with", "$x-amz-meta-tag", ""],

                    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
                    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
                    {"x-amz-date": "20151229T000000Z" }
                  ]
                }\
                """
                        .replace("\n", "\r\n");

        String signature =
                PostSignature.of(
                        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                        "20151229",
                        "us-east-1",
                        Base64.getEncoder().encodeToString(document.getBytes(UTF_8)));

        assertThat(signature)
                .isEqualTo("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
    }

    @Test
    void policyNamesEveryFieldExactlyAndOneSize() throws IOException {
        Map<String, String> fields =
                policy.sign(AwsBasicCredentials.create("AKID", "secret"), "eu-central-1", NOW);

        JsonNode document = document(fields);

        assertThat(document.path("expiration").textValue()).isEqualTo("2026-11-20T18:05:00.000Z");
        assertThat(document.path("conditions").toString())
                .isEqualTo(
                        """
                        [{"bucket":"bucket"},["eq","$key","uploads/1"],["eq","$Content-Type","image/png"],["eq","$x-amz-algorithm","AWS4-HMAC-SHA256"],["eq","$x-amz-credential","AKID/20261120/eu-central-1/s3/aws4_request"],["eq","$x-amz-date","20261120T180000Z"],["content-length-range",7,7]]\
                        """);
        assertThat(fields).containsKeys("policy", "x-amz-signature").doesNotContainValue("secret");
    }

    @Test
    void temporaryCredentialsBringTheirSessionToken() throws IOException {
        Map<String, String> fields =
                policy.sign(
                        AwsSessionCredentials.create("ASIA", "secret", "the session"),
                        "eu-central-1",
                        NOW);

        assertThat(fields).containsEntry("x-amz-security-token", "the session");
        assertThat(document(fields).path("conditions").toString())
                .contains("[\"eq\",\"$x-amz-security-token\",\"the session\"]");
    }

    private static JsonNode document(Map<String, String> fields) throws IOException {
        byte[] json = Base64.getDecoder().decode(fields.getOrDefault("policy", ""));
        return ProtocolJson.mapper().readTree(json);
    }
}
