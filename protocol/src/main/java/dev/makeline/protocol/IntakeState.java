package dev.makeline.protocol;

import java.util.Optional;
import java.util.OptionalLong;

/// What has become of one object version. `Queued` is always followed by an upload job, so every
/// other state may be overwritten by `Queued` (a repeated event, a retry): deciding again gives the
/// same decision.
public sealed interface IntakeState {

    /// The word in JSON, in DynamoDB and in metrics.
    String label();

    /// Found, and an upload job names it.
    record Queued() implements IntakeState {
        @Override
        public String label() {
            return "queued";
        }
    }

    /// Kept as a revision or, with `makeId`, as a make.
    record Submitted(long recipeId, int revision, OptionalLong makeId) implements IntakeState {
        @Override
        public String label() {
            return "submitted";
        }
    }

    /// A make whose recipe is not known yet.
    record Waiting(long recipeId) implements IntakeState {
        @Override
        public String label() {
            return "waiting";
        }
    }

    /// @param reason one sentence that a person can act on
    record Rejected(String reason, Optional<String> place) implements IntakeState {
        @Override
        public String label() {
            return "rejected";
        }
    }

    /// Rejected, and a person has said that this is fine.
    record Dismissed(String reason, Optional<String> place) implements IntakeState {
        @Override
        public String label() {
            return "dismissed";
        }
    }
}
