package dev.makeline.protocol;

import java.util.List;

/// SQS refused some upload jobs of a batch. Handled by whoever holds what caused the jobs, which
/// then stays unacknowledged and is tried again.
public final class UploadJobsNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UploadJobsNotSentException(List<String> codes, int refused, int sent) {
        super(
                "SQS refused %d of %d upload jobs: %s"
                        .formatted(refused, sent, String.join(", ", codes)));
    }
}
