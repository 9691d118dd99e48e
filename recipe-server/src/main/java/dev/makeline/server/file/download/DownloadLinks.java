package dev.makeline.server.file.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.ResourceNames;
import dev.makeline.server.file.FileSettings;
import dev.makeline.server.file.FileVersion;
import dev.makeline.server.file.StoredFile;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Signs links to final objects: of CloudFront when a distribution is set, else of S3. The
/// signature covers how the content is handed out, so it cannot be opened as a page. Thread-safe.
@Singleton
final class DownloadLinks {

    private final S3Presigner presigner;
    private final CloudFrontSettings cloudFront;
    private final FileSettings settings;
    private final InstantSource clock;

    DownloadLinks(
            S3Client s3,
            CloudFrontSettings cloudFront,
            FileSettings settings,
            InstantSource clock) {
        this.presigner = presigner(s3, settings);
        this.cloudFront = cloudFront;
        this.settings = settings;
        this.clock = clock;
    }

    DownloadLink issue(StoredFile file, FileVersion version) {
        String disposition = Attachment.disposition(file.name());
        String mediaType = Attachment.mediaType(version.claim().mediaType());
        Instant expiresAt =
                clock.instant().plus(settings.linkValidFor()).truncatedTo(ChronoUnit.SECONDS);
        return new DownloadLink(
                cloudFront.isOn()
                        ? ofCloudFront(version.objectKey(), disposition, mediaType, expiresAt)
                        : ofS3(version.objectKey(), disposition, mediaType),
                expiresAt);
    }

    private String ofS3(String key, String disposition, String mediaType) {
        GetObjectRequest get =
                GetObjectRequest.builder()
                        .bucket(ResourceNames.FILES_BUCKET)
                        .key(key)
                        .responseContentDisposition(disposition)
                        .responseContentType(mediaType)
                        .responseCacheControl("private, no-store")
                        .build();
        return presigner
                .presignGetObject(presign ->
                        presign.signatureDuration(settings.linkValidFor()).getObjectRequest(get))
                .url()
                .toExternalForm();
    }

    /// The distribution passes these parameters on to S3 and keeps them in its cache key.
    private String ofCloudFront(
            String key, String disposition, String mediaType, Instant expiresAt) {
        String url =
                "https://%s/%s?response-content-disposition=%s&response-content-type=%s"
                        .formatted(
                                cloudFront.domain(), key, encoded(disposition), encoded(mediaType));
        return CloudFrontLink.signed(url, cloudFront.keyPairId(), cloudFront.key(), expiresAt);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static S3Presigner presigner(S3Client s3, FileSettings settings) {
        S3Presigner.Builder builder = S3Presigner.builder().s3Client(s3);
        // The presigner puts the bucket before the host by itself.
        settings.endpointWithoutBucket().ifPresent(builder::endpointOverride);
        boolean isPathStyle =
                settings.endpointOfBrowsers().isPresent()
                        ? !settings.endpointBearsTheBucket()
                        : s3.utilities()
                                .getUrl(url -> url.bucket(ResourceNames.FILES_BUCKET).key("-"))
                                .getPath()
                                .startsWith("/" + ResourceNames.FILES_BUCKET + "/");
        return builder.serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(isPathStyle).build())
                .build();
    }

    @PreDestroy
    void close() {
        presigner.close();
    }
}
