package dev.makeline.system.instance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.ObjectVersion;
import dev.makeline.protocol.ResourceNames;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Drops files, straight to S3 without any proxy between. Thread-safe.
public final class IntakeBucket {

    private final S3Client s3;

    IntakeBucket(S3Client s3) {
        this.s3 = s3;
    }

    public PutObject put(String key, String content) {
        return put(key, content.getBytes(UTF_8));
    }

    public PutObject put(String key, byte[] content) {
        String eTag =
                s3.putObject(
                                put -> put.bucket(ResourceNames.INTAKE_BUCKET).key(key),
                                RequestBody.fromBytes(content))
                        .eTag();
        return new PutObject(
                new ObjectVersion(ResourceNames.INTAKE_BUCKET, key, Optional.empty(), eTag),
                content.length);
    }

    public void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(ResourceNames.INTAKE_BUCKET).key(key));
    }
}
