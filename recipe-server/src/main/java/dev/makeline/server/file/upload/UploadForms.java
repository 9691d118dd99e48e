package dev.makeline.server.file.upload;

import dev.makeline.protocol.ResourceNames;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.Upload;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;

/// Issues forms for uploads, signed with the credentials, and for the region and the endpoint, of
/// the S3 client. Thread-safe.
@Singleton
final class UploadForms {

    private final S3Client s3;
    private final FileSettings settings;
    private final FilesAddress address;
    private final InstantSource clock;

    UploadForms(S3Client s3, FileSettings settings, FilesAddress address, InstantSource clock) {
        this.s3 = s3;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    UploadForm issue(Upload upload) {
        Instant now = clock.instant();
        Instant expiresAt =
                earlier(
                                now.plus(settings.formValidFor()),
                                upload.abandonedAt(settings.abandonedAfter()))
                        .truncatedTo(ChronoUnit.MILLIS);
        PostPolicy policy =
                new PostPolicy(
                        ResourceNames.FILES_BUCKET,
                        upload.holdingKey(),
                        upload.claim().mediaType(),
                        upload.claim().size(),
                        expiresAt);
        S3ServiceClientConfiguration client = s3.serviceClientConfiguration();
        AwsCredentialsIdentity credentials = client.credentialsProvider().resolveIdentity().join();
        return new UploadForm(
                address.url(), policy.sign(credentials, client.region().id(), now), expiresAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
