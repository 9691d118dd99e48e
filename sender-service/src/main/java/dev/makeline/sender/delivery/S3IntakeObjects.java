package dev.makeline.sender.delivery;

import dev.makeline.document.DocumentLimits;
import dev.makeline.protocol.UploadJob;
import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Reads objects from S3: by version id, else under the condition that the ETag is the job's.
///
/// The body is read within the SDK call, so that `makeline.aws.call-timeout` bounds it too, and
/// never further than one byte past [DocumentLimits#PAGE_BYTES].
final class S3IntakeObjects implements IntakeObjects {

    private static final int NOT_FOUND = 404;

    /// What a versioned bucket says of the version id of a deletion.
    private static final int NOT_ALLOWED = 405;

    private static final int PRECONDITION_FAILED = 412;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;

    private final S3Client s3;

    S3IntakeObjects(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public Fetched fetch(UploadJob job) {
        try {
            return s3.getObject(request(job), S3IntakeObjects::read);
        } catch (AwsServiceException e) {
            return notFetched(e);
        } catch (SdkException e) {
            return unfetched(Cause.STORE_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    private static GetObjectRequest request(UploadJob job) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(job.bucket()).key(job.key());
        job.versionId()
                .ifPresentOrElse(request::versionId, () -> request.ifMatch('"' + job.eTag() + '"'));
        return request.build();
    }

    private static Fetched read(GetObjectResponse response, AbortableInputStream body)
            throws IOException {
        long size = response.contentLength() == null ? 0 : response.contentLength();
        if (size > DocumentLimits.PAGE_BYTES) {
            body.abort();
            return new Fetched.TooLarge(size);
        }
        byte[] bytes = body.readNBytes(DocumentLimits.PAGE_BYTES + 1);
        if (bytes.length > DocumentLimits.PAGE_BYTES) {
            body.abort();
            return new Fetched.TooLarge(bytes.length);
        }
        return new Fetched.Content(bytes, response.lastModified());
    }

    private static Fetched notFetched(AwsServiceException e) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        String detail = "S3 answered %d %s".formatted(e.statusCode(), code);
        if ("NoSuchBucket".equals(code)) {
            return unfetched(Cause.STORE_REFUSED, detail);
        }
        return switch (e.statusCode()) {
            case NOT_FOUND, NOT_ALLOWED -> new Fetched.Gone();
            case PRECONDITION_FAILED -> new Fetched.Replaced();
            case FORBIDDEN -> unfetched(Cause.STORE_REFUSED, detail);
            case BAD_REQUEST -> unfetched(Cause.UNEXPECTED, detail);
            default -> unfetched(Cause.STORE_UNAVAILABLE, detail);
        };
    }

    private static Fetched unfetched(Cause cause, String detail) {
        return new Fetched.Unfetched(Delivery.Unavailable.of(cause, detail));
    }
}
