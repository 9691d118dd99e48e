package dev.makeline.server.intake;

import dev.makeline.protocol.IntakeEntry;
import dev.makeline.protocol.SubmissionOutcome;

/// What an object of the bucket came to, and the ledger row that is to tell so.
record Decided(SubmissionOutcome outcome, IntakeEntry entry) {

    /// Whether the row bears the time of the first decision, so that it comes back to its old place
    /// in the order of changes.
    boolean isRepeated() {
        return outcome instanceof SubmissionOutcome.Duplicate;
    }
}
