package dev.makeline.local;

import dev.makeline.protocol.ResourceNames;
import java.util.regex.Pattern;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A store as tasks have it: what jobs import can be put and looked at. It cannot be removed, and
/// nothing else is reached, by copying neither.
final class ImportsOfJobs extends ForwardingBlobStore {

    private static final Pattern KEY = Pattern.compile("(recipes|makes)/jobs/.+");
    private static final int FORBIDDEN = 403;

    ImportsOfJobs(BlobStore store) {
        super(store);
    }

    static boolean holds(@Nullable String bucket, @Nullable String key) {
        return ResourceNames.INTAKE_BUCKET.equals(bucket)
                && key != null
                && KEY.matcher(key).matches();
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        if (!holds(request.bucket(), request.key())) {
            throw refusal();
        }
        return super.getBlob(request);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        throw refusal();
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        throw refusal();
    }

    @Override
    public void removeBlob(String bucket, String key) {
        throw refusal();
    }

    private static RuntimeException refusal() {
        return S3Exception.builder()
                .statusCode(FORBIDDEN)
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .errorCode("AccessDenied")
                                .errorMessage("Access Denied")
                                .build())
                .message("Access Denied")
                .build();
    }
}
