package dev.makeline.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/// A store that keeps the [KeyIndex] in step with the objects, tells an [ObjectListener] of the
/// created ones, and refuses keys that no file can have.
///
/// Writes of one key are taken one after another, so that what the index and the listener learn
/// last is what stands there in the end.
final class ObservedBlobStore extends ForwardingBlobStore {

    /// S3Proxy's own record of an upload in parts; never an object of a client.
    private static final String MULTIPART_STUB_PREFIX = ".s3proxy-mpu-stub-";

    /// Bodies up to this many bytes are read before the key is locked, so that a slow client holds
    /// up nobody. It is the size above which the AWS CLI uploads in parts.
    private static final long READ_FIRST = 8L * 1024 * 1024;

    /// The entity tag of no bytes: that of a key that ends with `/`, which S3Proxy does not tell.
    private static final String ETAG_OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

    private final KeyIndex index;
    private final ObjectListener listener;
    private final KeyLocks locks = new KeyLocks();

    ObservedBlobStore(BlobStore store, ObjectListener listener) {
        super(store);
        this.index = KeyIndex.of(store);
        this.listener = listener;
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        boolean flat = request.delimiter() == null || request.delimiter().isEmpty();
        return (flat ? index.page(request) : Optional.<ListObjectsV2Response>empty())
                .orElseGet(() -> super.list(request));
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        String bucket = request.bucket();
        String key = request.key();
        if (key.startsWith(MULTIPART_STUB_PREFIX)) {
            return super.putBlob(request, payload);
        }
        FileKeys.check(key);
        InputStream body = readFirst(request.contentLength(), payload);
        return write(
                bucket,
                key,
                () -> {
                    PutObjectResponse response = super.putBlob(request, body);
                    created(S3Event.Name.PUT, bucket, key, response.versionId());
                    return response;
                });
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        String bucket = request.destinationBucket();
        String key = request.destinationKey();
        FileKeys.check(key);
        return write(
                bucket,
                key,
                () -> {
                    CopyObjectResponse response = super.copyBlob(request);
                    created(S3Event.Name.COPY, bucket, key, response.versionId());
                    return response;
                });
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        FileKeys.check(request.key());
        return super.initiateMultipartUpload(request);
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        String bucket = upload.containerName();
        String key = upload.blobName();
        return write(
                bucket,
                key,
                () -> {
                    CompleteMultipartUploadResponse response =
                            super.completeMultipartUpload(upload, request);
                    created(
                            S3Event.Name.COMPLETE_MULTIPART_UPLOAD,
                            bucket,
                            key,
                            response.versionId());
                    return response;
                });
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        String bucket = request.bucket();
        String key = request.key();
        return write(
                bucket,
                key,
                () -> {
                    DeleteObjectResponse response = super.removeBlob(request);
                    current(bucket, key)
                            .ifPresentOrElse(
                                    object -> index.put(bucket, object),
                                    () -> index.remove(bucket, key));
                    return response;
                });
    }

    @Override
    public void deleteContainer(String bucket) {
        super.deleteContainer(bucket);
        index.removeBucket(bucket);
    }

    @Override
    public void deleteBucket(String bucket) {
        super.deleteBucket(bucket);
        index.removeBucket(bucket);
    }

    private <T> T write(String bucket, String key, Supplier<T> write) {
        try {
            return locks.inOrder(key, write);
        } catch (RuntimeException e) {
            Optional<S3Exception> refusal = FileKeys.refusal(delegate(), bucket, key, e);
            throw refusal.isPresent() ? refusal.get() : e;
        }
    }

    private void created(S3Event.Name how, String bucket, String key, @Nullable String versionId) {
        current(bucket, key)
                .ifPresent(object -> {
                    index.put(bucket, object);
                    listener.created(how, bucket, object, Optional.ofNullable(versionId));
                });
    }

    /// Asked of the store, so that size and entity tag equal what a client is told.
    private Optional<S3Object> current(String bucket, String key) {
        HeadObjectResponse head = super.blobMetadataIfPresent(bucket, key);
        if (head == null || (head.eTag() == null && !key.endsWith("/"))) {
            return Optional.empty();
        }
        String eTag = head.eTag() == null ? ETAG_OF_NOTHING : head.eTag();
        return Optional.of(
                SdkResponses.objectEntry(
                        key,
                        eTag,
                        head.lastModified(),
                        head.contentLength(),
                        head.storageClass() == null ? StorageClass.STANDARD : head.storageClass()));
    }

    private static InputStream readFirst(@Nullable Long length, InputStream payload) {
        if (length == null || length > READ_FIRST) {
            return payload;
        }
        try {
            return new ByteArrayInputStream(payload.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
