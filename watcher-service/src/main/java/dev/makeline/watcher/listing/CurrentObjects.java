package dev.makeline.watcher.listing;

import dev.makeline.protocol.ObjectVersion;
import dev.makeline.watcher.intake.FoundObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket without versioning: each key has one object, told apart from what it replaced by its
/// eTag.
record CurrentObjects(S3Client s3, String bucket, int pageSize, StoreClock clock)
        implements BucketListing {

    @Override
    public ListingPage page(Position after) {
        ListObjectsV2Response response = s3.listObjectsV2(request().startAfter(key(after)).build());
        // Stores that hide objects of their own may answer an empty page before the last one.
        while (response.contents().isEmpty() && isTruncated(response)) {
            String token = response.nextContinuationToken();
            response = s3.listObjectsV2(request().continuationToken(token).build());
        }
        List<S3Object> objects = response.contents();
        Optional<Position> next =
                isTruncated(response)
                        ? Optional.of(new Position(objects.getLast().key(), Optional.empty()))
                        : Optional.empty();
        return new ListingPage(
                objects.stream().map(this::listed).toList(), next, clock.at(response));
    }

    /// Keys come URL-encoded (the SDK decodes them), since XML cannot hold every character of one.
    private ListObjectsV2Request.Builder request() {
        return ListObjectsV2Request.builder()
                .bucket(bucket)
                .maxKeys(pageSize)
                .encodingType(EncodingType.URL);
    }

    private static @Nullable String key(Position after) {
        return after.isStart() ? null : after.key();
    }

    private static boolean isTruncated(ListObjectsV2Response response) {
        return Boolean.TRUE.equals(response.isTruncated());
    }

    private ListedObject listed(S3Object object) {
        return new ListedObject(
                new FoundObject(
                        new ObjectVersion(bucket, object.key(), Optional.empty(), object.eTag()),
                        object.size(),
                        Optional.empty()),
                object.lastModified());
    }
}
