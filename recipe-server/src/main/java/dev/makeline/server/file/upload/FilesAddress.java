package dev.makeline.server.file.upload;

import dev.makeline.protocol.ResourceNames;
import dev.makeline.server.file.FileSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/// Where browsers reach the files bucket. Thread-safe.
@Singleton
public final class FilesAddress {

    private final String url;

    FilesAddress(S3Client s3, FileSettings settings) {
        this.url = urlOf(s3, settings);
    }

    /// The bucket's own address as the client itself has it: under its host name in AWS, under a
    /// path of another endpoint.
    String url() {
        return url;
    }

    /// Scheme, host and port.
    public String origin() {
        URI bucket = URI.create(url);
        return bucket.getScheme() + "://" + bucket.getAuthority();
    }

    private static String urlOf(S3Client s3, FileSettings settings) {
        Optional<URI> browsers = settings.endpointOfBrowsers();
        if (browsers.isPresent()) {
            return settings.endpointBearsTheBucket()
                    ? browsers.get().toString().replaceAll("/$", "")
                    : browsers.get().resolve("/" + ResourceNames.FILES_BUCKET).toString();
        }
        String object =
                s3.utilities()
                        .getUrl(url -> url.bucket(ResourceNames.FILES_BUCKET).key("-"))
                        .toExternalForm();
        return object.substring(0, object.length() - "/-".length());
    }
}
