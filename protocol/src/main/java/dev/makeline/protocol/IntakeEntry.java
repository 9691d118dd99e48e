package dev.makeline.protocol;

import java.time.Instant;
import java.util.Optional;

/// One row of the intake ledger: an object version and what became of it.
///
/// @param changedAt UTC, when `state` was written
/// @param lastModified UTC, seconds; known once the content was fetched
public record IntakeEntry(
        UploadJob job, IntakeState state, Instant changedAt, Optional<Instant> lastModified) {

    public String objectId() {
        return job.object().objectId();
    }

    public DocumentKind kind() {
        return DocumentKind.ofKey(job.key());
    }

    public IntakeEntry with(IntakeState next, Instant now) {
        return new IntakeEntry(job, next, now, lastModified);
    }
}
