package dev.makeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The index lists what S3Proxy lists.
class KeyIndexTest {

    private static final String BUCKET = "bucket";

    private final Random random = new Random(42);

    @Test
    void everyPageIsThatOfTheStoreItself() {
        BlobStore store = new TransientNio2BlobStore();
        store.createContainer(BUCKET);
        BlobStore indexed = new ObservedBlobStore(store, (_, _, _, _) -> {});
        IntStream.range(0, 300).forEach(_ -> putOrRemove(indexed));
        BlobStore reopened = new ObservedBlobStore(store, (_, _, _, _) -> {});

        for (ListObjectsV2Request request : requests()) {
            ListObjectsV2Response expected = store.list(request);
            assertThat(shape(indexed.list(request))).isEqualTo(shape(expected));
            assertThat(shape(reopened.list(request))).isEqualTo(shape(expected));
        }
    }

    private void putOrRemove(BlobStore store) {
        String key = key();
        if (random.nextInt(4) == 0) {
            store.removeBlob(DeleteObjectRequest.builder().bucket(BUCKET).key(key).build());
        } else {
            byte[] content = new byte[random.nextInt(10)];
            store.putBlob(
                    PutObjectRequest.builder()
                            .bucket(BUCKET)
                            .key(key)
                            .contentLength((long) content.length)
                            .build(),
                    new ByteArrayInputStream(content));
        }
    }

    private List<ListObjectsV2Request> requests() {
        return IntStream.range(0, 200)
                .mapToObj(_ -> {
                    var request = ListObjectsV2Request.builder().bucket(BUCKET);
                    if (random.nextBoolean()) {
                        request.prefix(key().substring(0, random.nextInt(5)));
                    }
                    if (random.nextBoolean()) {
                        request.startAfter(key());
                    }
                    if (random.nextBoolean()) {
                        request.maxKeys(random.nextInt(1, 40));
                    }
                    return request.build();
                })
                .toList();
    }

    private String key() {
        return "f%d/g%d/%02d.json"
                .formatted(random.nextInt(3), random.nextInt(3), random.nextInt(20));
    }

    private static List<Object> shape(ListObjectsV2Response page) {
        return List.of(
                page.contents().stream().map(KeyIndexTest::shape).toList(),
                page.isTruncated(),
                String.valueOf(page.nextContinuationToken()));
    }

    private static List<Object> shape(S3Object object) {
        return List.of(
                object.key(),
                object.size(),
                object.eTag().replace("\"", ""),
                object.lastModified(),
                object.storageClassAsString());
    }
}
