package dev.makeline.watcher.listing;

import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The intake bucket, and which of the two listings names its objects as their events do: events of
/// a bucket with versioning carry version ids, which only the listing of versions knows.
///
/// @param pageSize object versions of a page, at most S3's own limit [#LARGEST_PAGE]
public record IntakeBucket(S3Client s3, String name, int pageSize, InstantSource clock) {

    /// S3's limit of one answer.
    public static final int LARGEST_PAGE = 1_000;

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_IMPLEMENTED = 501;

    /// Asks for the bucket's versioning, which may have been switched on since the last pass.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkException when S3 cannot be reached or has
    ///   no such bucket
    BucketListing listing() {
        StoreClock storeClock = new StoreClock(clock);
        return keepsVersions()
                ? new AllVersions(s3, name, pageSize, storeClock)
                : new CurrentObjects(s3, name, pageSize, storeClock);
    }

    /// A bucket whose versioning is suspended keeps the versions that it has.
    private boolean keepsVersions() {
        try {
            BucketVersioningStatus status =
                    s3.getBucketVersioning(request -> request.bucket(name)).status();
            return status == BucketVersioningStatus.ENABLED
                    || status == BucketVersioningStatus.SUSPENDED;
        } catch (S3Exception e) {
            if (isUnknownToTheStore(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isUnknownToTheStore(S3Exception refused) {
        return refused.statusCode() == NOT_IMPLEMENTED
                || refused.statusCode() == METHOD_NOT_ALLOWED;
    }
}
