package dev.makeline.watcher.listing;

import dev.makeline.protocol.ObjectVersion;
import dev.makeline.watcher.intake.FoundObject;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/// A bucket with versioning: every version counts, also one that was overwritten or deleted before
/// its event arrived. Delete markers are no versions.
record AllVersions(S3Client s3, String bucket, int pageSize, StoreClock clock)
        implements BucketListing {

    @Override
    public ListingPage page(Position after) {
        ListObjectVersionsResponse response = s3.listObjectVersions(request(after));
        Optional<Position> next =
                Boolean.TRUE.equals(response.isTruncated())
                        ? Optional.of(
                                new Position(
                                        response.nextKeyMarker(),
                                        Optional.ofNullable(response.nextVersionIdMarker())
                                                .filter(id -> !id.isEmpty())))
                        : Optional.empty();
        return new ListingPage(
                response.versions().stream().map(this::listed).toList(), next, clock.at(response));
    }

    private ListObjectVersionsRequest request(Position after) {
        ListObjectVersionsRequest.Builder request =
                ListObjectVersionsRequest.builder()
                        .bucket(bucket)
                        .maxKeys(pageSize)
                        .encodingType(EncodingType.URL);
        if (!after.isStart()) {
            request.keyMarker(after.key());
            after.versionId().ifPresent(request::versionIdMarker);
        }
        return request.build();
    }

    private ListedObject listed(software.amazon.awssdk.services.s3.model.ObjectVersion version) {
        return new ListedObject(
                new FoundObject(
                        new ObjectVersion(
                                bucket,
                                version.key(),
                                Optional.ofNullable(version.versionId()),
                                version.eTag()),
                        version.size(),
                        Optional.empty()),
                version.lastModified());
    }
}
