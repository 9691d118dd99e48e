package dev.makeline.local;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects of every bucket in the order of their keys, so that a page of a listing costs what
/// it holds: S3Proxy reads every file of a bucket for each page, and lists files that are being
/// written as if they were objects.
///
/// Thread-safe; a key that is written while a page is read may be on it or not, as in S3.
final class KeyIndex {

    private final Map<String, NavigableMap<String, S3Object>> buckets = new ConcurrentHashMap<>();

    /// Reads what stands in the store. Files without entity tag are writes that a killed process
    /// left behind.
    static KeyIndex of(BlobStore store) {
        KeyIndex index = new KeyIndex();
        store.list().buckets().stream()
                .map(Bucket::name)
                .forEach(bucket ->
                        store
                                .list(ListObjectsV2Request.builder().bucket(bucket).build())
                                .contents()
                                .stream()
                                .filter(object -> object.eTag() != null)
                                .forEach(object -> index.put(bucket, object)));
        return index;
    }

    void put(String bucket, S3Object object) {
        buckets.computeIfAbsent(bucket, _ -> new ConcurrentSkipListMap<>())
                .put(object.key(), object);
    }

    void remove(String bucket, String key) {
        Optional.ofNullable(buckets.get(bucket)).ifPresent(objects -> objects.remove(key));
    }

    void removeBucket(String bucket) {
        buckets.remove(bucket);
    }

    /// One page of a listing without delimiter; absent for a bucket in which nothing was ever
    /// written, which may not exist.
    Optional<ListObjectsV2Response> page(ListObjectsV2Request request) {
        return Optional.ofNullable(buckets.get(request.bucket()))
                .map(objects -> page(objects, request));
    }

    private static ListObjectsV2Response page(
            NavigableMap<String, S3Object> objects, ListObjectsV2Request request) {
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        int limit = Optional.ofNullable(request.maxKeys()).orElse(Integer.MAX_VALUE);
        var rest = after(objects, request, prefix).iterator();
        Stream.Builder<S3Object> contents = Stream.builder();
        String last = null;
        for (int count = 0; count < limit && rest.hasNext(); count++) {
            S3Object object = rest.next();
            contents.add(object);
            last = object.key();
        }
        boolean truncated = limit > 0 && rest.hasNext();
        return ListObjectsV2Response.builder()
                .contents(contents.build().toList())
                .isTruncated(truncated)
                .nextContinuationToken(truncated ? last : null)
                .build();
    }

    private static Stream<S3Object> after(
            NavigableMap<String, S3Object> objects, ListObjectsV2Request request, String prefix) {
        Optional<String> marker =
                Optional.ofNullable(request.continuationToken())
                        .or(() -> Optional.ofNullable(request.startAfter()))
                        .filter(key -> key.compareTo(prefix) >= 0);
        return objects.tailMap(marker.orElse(prefix), marker.isEmpty()).values().stream()
                .takeWhile(object -> object.key().startsWith(prefix));
    }
}
