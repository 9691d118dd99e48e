package dev.makeline.server.file.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.file.ContentClaim;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.Upload;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

class UploadFormsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    @Test
    void inAwsTheFormGoesToTheBucketsOwnHost() {
        UploadForm form = issue(_ -> {}, NOW);

        assertThat(form.url()).isEqualTo("https://makeline-files.s3.eu-central-1.amazonaws.com");
        assertThat(form.fields())
                .containsEntry("x-amz-credential", "ASIA/20261120/eu-central-1/s3/aws4_request")
                .containsEntry("x-amz-security-token", "session");
        assertThat(form.expiresAt()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void atAnotherEndpointItGoesToAPath() {
        UploadForm form =
                issue(
                        builder ->
                                builder.endpointOverride(URI.create("http://127.0.0.1:9000"))
                                        .forcePathStyle(true),
                        NOW);

        assertThat(form.url()).isEqualTo("http://127.0.0.1:9000/makeline-files");
    }

    @Test
    void noFormOutlivesItsUpload() {
        UploadForm form = issue(_ -> {}, NOW.minus(Duration.ofMinutes(58)));

        assertThat(form.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void formShowsNoSecretWhenItIsPrinted() {
        assertThat(issue(_ -> {}, NOW))
                .hasToString(
                        "UploadForm[url=https://makeline-files.s3.eu-central-1.amazonaws.com, fields hidden]");
    }

    private static UploadForm issue(Consumer<S3ClientBuilder> change, Instant startedAt) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.EU_CENTRAL_1)
                        .endpointOverride(URI.create("https://s3.eu-central-1.amazonaws.com"))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsSessionCredentials.create("ASIA", "secret", "session")));
        change.accept(builder);
        try (S3Client s3 = builder.build()) {
            return new UploadForms(s3, settings(), new FilesAddress(s3, settings()), () -> NOW)
                    .issue(upload(startedAt));
        }
    }

    private static Upload upload(Instant startedAt) {
        return new Upload(
                FileId.next(startedAt),
                ContentId.next(startedAt),
                new OwnerId("service:test"),
                new ContentClaim(7, "image/png", "0".repeat(64)),
                0,
                Upload.State.PENDING,
                startedAt,
                startedAt.plusSeconds(300),
                Optional.empty());
    }

    private static FileSettings settings() {
        return new FileSettings(
                1_000,
                1_000,
                Duration.ofMinutes(5),
                Duration.ofSeconds(60),
                Duration.ofHours(1),
                Duration.ofDays(30),
                Duration.ofMinutes(1),
                100,
                1_000_000,
                100,
                100,
                100,
                "");
    }
}
