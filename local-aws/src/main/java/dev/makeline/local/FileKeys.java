package dev.makeline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Which keys can be kept when every object is a file. What S3 would take and this store cannot is
/// answered 400 with the reason, so that no client tries again.
final class FileKeys {

    /// A file's name has at most 255 bytes, of which a write needs 37 for its temporary suffix.
    private static final int LONGEST_SEGMENT = 218;

    private static final Set<String> NOT_A_NAME = Set.of("", ".", "..");

    private static final String UNNAMEABLE =
            "no file can have that name here; if it has other than ASCII characters, start local AWS"
                    + " with LC_ALL=C.UTF-8";

    private FileKeys() {}

    /// @throws S3Exception when the key cannot be the path of a file
    static void check(String key) {
        if (segments(key).anyMatch(NOT_A_NAME::contains)) {
            throw refusal(key, "it has an empty, '.' or '..' segment");
        }
        if (segments(key).anyMatch(name -> name.getBytes(UTF_8).length > LONGEST_SEGMENT)) {
            throw refusal(key, "a segment is longer than %d bytes".formatted(LONGEST_SEGMENT));
        }
    }

    /// Why a write failed, when the reason is the key: no file can have its name, or another object
    /// stands where it needs a folder or a file.
    static Optional<S3Exception> refusal(
            BlobStore store, String bucket, String key, RuntimeException failure) {
        if (failure instanceof InvalidPathException) {
            return Optional.of(refusal(key, UNNAMEABLE));
        }
        if (failure.getCause() instanceof FileSystemException) {
            return conflictingKey(store, bucket, key)
                    .map(other -> refusal(key, "object '%s' stands in its way".formatted(other)));
        }
        return Optional.empty();
    }

    private static Optional<String> conflictingKey(BlobStore store, String bucket, String key) {
        return Stream.concat(above(store, bucket, key), below(store, bucket, key)).findFirst();
    }

    private static Stream<String> above(BlobStore store, String bucket, String key) {
        return IntStream.range(1, key.length())
                .filter(end -> key.charAt(end) == '/')
                .mapToObj(end -> key.substring(0, end))
                .filter(ancestor -> store.blobExists(bucket, ancestor));
    }

    private static Stream<String> below(BlobStore store, String bucket, String key) {
        ListObjectsV2Request request =
                ListObjectsV2Request.builder().bucket(bucket).prefix(key + "/").maxKeys(1).build();
        return store.list(request).contents().stream().map(S3Object::key);
    }

    private static Stream<String> segments(String key) {
        String name = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        return Stream.of(name.split("/", -1));
    }

    private static S3Exception refusal(String key, String reason) {
        return S3Exceptions.invalidRequest(
                "This local S3 keeps objects as files and cannot keep key '%s': %s."
                        .formatted(key, reason));
    }
}
