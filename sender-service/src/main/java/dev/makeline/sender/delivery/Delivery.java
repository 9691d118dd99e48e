package dev.makeline.sender.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// What became of one upload job this time. All but [Unavailable] are decided and durable at
/// recipe-server, so that their message may go.
public sealed interface Delivery {

    /// The word in logs and metrics.
    String label();

    /// Kept now.
    record Accepted(long recipeId, OptionalLong makeId) implements Delivery {
        @Override
        public String label() {
            return "accepted";
        }
    }

    /// It had its effect before.
    record Duplicate(long recipeId, OptionalLong makeId) implements Delivery {
        @Override
        public String label() {
            return "duplicate";
        }
    }

    /// Kept until its recipe arrives.
    record Waiting(long recipeId) implements Delivery {
        @Override
        public String label() {
            return "waiting";
        }
    }

    /// Can never be submitted as it is; the ledger has the reason.
    record Rejected(String reason) implements Delivery {
        @Override
        public String label() {
            return "rejected";
        }
    }

    /// Not decided; to be tried again.
    ///
    /// @param detail for the log: what was found, without content or secrets
    /// @param retryAfter when the system that was called asked to wait
    record Unavailable(Cause cause, String detail, Optional<Duration> retryAfter)
            implements Delivery {
        @Override
        public String label() {
            return "unavailable";
        }

        static Unavailable of(Cause cause, String detail) {
            return new Unavailable(cause, detail, Optional.empty());
        }
    }
}
