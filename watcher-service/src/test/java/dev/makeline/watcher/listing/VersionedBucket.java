package dev.makeline.watcher.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/// An S3 with one versioned bucket, paged by both markers as S3 does it. The stand-in for S3 keeps
/// no versions.
final class VersionedBucket implements S3Client {

    private final List<ObjectVersion> versions = new ArrayList<>();

    void put(String key, String versionId, String eTag) {
        versions.add(
                ObjectVersion.builder()
                        .key(key)
                        .versionId(versionId)
                        .eTag('"' + eTag + '"')
                        .size(2L)
                        .lastModified(Instant.EPOCH)
                        .build());
    }

    @Override
    public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
        return GetBucketVersioningResponse.builder().status(BucketVersioningStatus.ENABLED).build();
    }

    @Override
    public ListObjectVersionsResponse listObjectVersions(ListObjectVersionsRequest request) {
        int from = request.keyMarker() == null ? 0 : indexAfter(request);
        int to = Math.min(from + request.maxKeys(), versions.size());
        ListObjectVersionsResponse.Builder response =
                ListObjectVersionsResponse.builder()
                        .versions(versions.subList(from, to))
                        .isTruncated(to < versions.size());
        response.sdkHttpResponse(SdkHttpResponse.builder().statusCode(200).build());
        if (to < versions.size()) {
            ObjectVersion last = versions.get(to - 1);
            response.nextKeyMarker(last.key()).nextVersionIdMarker(last.versionId());
        }
        return response.build();
    }

    private int indexAfter(ListObjectVersionsRequest request) {
        return IntStream.range(0, versions.size())
                        .filter(index -> versions.get(index).key().equals(request.keyMarker()))
                        .filter(index ->
                                versions.get(index).versionId().equals(request.versionIdMarker()))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    @Override
    public String serviceName() {
        return "s3";
    }

    @Override
    public void close() {}
}
