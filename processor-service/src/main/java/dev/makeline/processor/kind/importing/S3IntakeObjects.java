package dev.makeline.processor.kind.importing;

import dev.makeline.protocol.ResourceNames;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// By writes that S3 makes only where no object is, so that a second attempt makes no second
/// version of an object. Needs the right to put and to look at objects of the job's own prefixes.
public final class S3IntakeObjects implements IntakeObjects {

    private static final int PRECONDITION_FAILED = 412;

    /// Of the object's own metadata.
    private static final String SHA_256 = "sha-256";

    private final S3Client s3;

    public S3IntakeObjects(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public Put put(String key, byte[] json) {
        try {
            s3.putObject(
                    put ->
                            put.bucket(ResourceNames.INTAKE_BUCKET)
                                    .key(key)
                                    .contentType("application/json")
                                    .metadata(Map.of(SHA_256, sha256(json)))
                                    .ifNoneMatch("*"),
                    RequestBody.fromBytes(json));
            return Put.NEW;
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            return isThere(key, json) ? Put.THERE_BEFORE : Put.OTHER_THERE;
        }
    }

    /// By what the put left beside the object: under a key of KMS its ETag says nothing of its
    /// bytes.
    private boolean isThere(String key, byte[] json) {
        HeadObjectResponse there =
                s3.headObject(head -> head.bucket(ResourceNames.INTAKE_BUCKET).key(key));
        return there.contentLength() == json.length
                && sha256(json).equals(there.metadata().get(SHA_256));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
