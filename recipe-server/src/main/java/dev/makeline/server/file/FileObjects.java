package dev.makeline.server.file;

import dev.makeline.protocol.ContentId;
import dev.makeline.protocol.FileId;
import dev.makeline.protocol.ResourceNames;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// Contents in the files bucket, under keys that the server chooses: `uploads/…` until they are
/// checked, `files/…` for good. Thread-safe.
@Singleton
public final class FileObjects {

    static final String HOLDING_PREFIX = "uploads/";
    private static final String FINAL_PREFIX = "files/";

    private final S3Client s3;

    FileObjects(S3Client s3) {
        this.s3 = s3;
    }

    public static String keyOf(FileId file, ContentId content) {
        return FINAL_PREFIX + file.value() + '/' + content.value();
    }

    /// An object as it is at the moment.
    ///
    /// @param size bytes
    public record Found(String key, long size, String eTag) {}

    public Optional<Found> find(String key) {
        try {
            HeadObjectResponse head =
                    s3.headObject(request -> request.bucket(ResourceNames.FILES_BUCKET).key(key));
            return Optional.of(new Found(key, head.contentLength(), head.eTag()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /// Reads in pieces, so that no connection to S3 waits for a slow reader. Fails when the object
    /// is no longer the one that was found.
    public InputStream open(Found object) {
        return new ObjectStream(s3, object.key(), object.size(), Optional.of(object.eTag()));
    }

    /// Reads a final object, which never changes.
    public InputStream open(FileVersion version) {
        return new ObjectStream(s3, version.objectKey(), version.claim().size(), Optional.empty());
    }

    /// The same object for the same content, however often it is put.
    public void put(String key, byte[] content) {
        s3.putObject(
                put ->
                        put.bucket(ResourceNames.FILES_BUCKET)
                                .key(key)
                                .contentType("application/octet-stream"),
                RequestBody.fromBytes(content));
    }

    /// Fails when the object is no longer the one that was found.
    public void copy(Found object, String to) {
        s3.copyObject(copy ->
                copy.sourceBucket(ResourceNames.FILES_BUCKET)
                        .sourceKey(object.key())
                        .copySourceIfMatch(object.eTag())
                        .destinationBucket(ResourceNames.FILES_BUCKET)
                        .destinationKey(to));
    }

    /// Nothing happens when there is none.
    public void remove(String key) {
        s3.deleteObject(delete -> delete.bucket(ResourceNames.FILES_BUCKET).key(key));
    }

    /// Every final object of a file.
    public void removeAll(FileId file) {
        s3.listObjectsV2Paginator(list ->
                        list.bucket(ResourceNames.FILES_BUCKET)
                                .prefix(FINAL_PREFIX + file.value() + '/'))
                .contents()
                .forEach(object -> remove(object.key()));
    }
}
