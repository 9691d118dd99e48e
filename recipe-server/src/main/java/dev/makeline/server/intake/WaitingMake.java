package dev.makeline.server.intake;

import dev.makeline.protocol.Submission;
import dev.makeline.protocol.UploadJob;
import java.util.Optional;

/// A make whose recipe is not known yet.
///
/// @param submission with the canonical document, so that the make is kept even when its object is
///   gone by then; empty where one row would not hold it, and then its object is fetched again
record WaitingMake(UploadJob job, Optional<Submission.Document> submission) {

    static WaitingMake of(Submission.Document submission) {
        return new WaitingMake(submission.job(), Optional.of(submission));
    }

    String objectId() {
        return job.object().objectId();
    }
}
