package dev.makeline.server.job;

import dev.makeline.protocol.job.JobPriority;
import dev.makeline.protocol.job.JobStore;
import dev.makeline.server.access.Caller;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import jakarta.inject.Singleton;

/// What of orders there may be too much: jobs of one owner at a time, and urgency. The count comes
/// from an index that lags by moments, so orders at the same time may pass the limit by a few.
/// Thread-safe.
@Singleton
final class OrderLimits {

    private static final int ADMINISTRATORS = 10;

    private final JobStore store;
    private final LiveJobSettings settings;

    OrderLimits(JobStore store, LiveJobSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /// @throws ProblemException with 429 when the owner has as many jobs under way as may be
    void requireRoom(Caller caller, String ownerId) {
        int most = settings.livePerOwner() * (caller.isAdmin() ? ADMINISTRATORS : 1);
        if (store.liveOf(ownerId, most) >= most) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_JOBS,
                    "There are %d jobs under way already, as many as one may have; wait for one to end, or cancel one."
                            .formatted(most));
        }
    }

    /// @throws ProblemException with 403 for what only administrators order
    void requirePriority(Caller caller, JobPriority priority) {
        if (priority == JobPriority.HIGH && !caller.isAdmin()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Only administrators order jobs of high priority, which go before everybody's; take normal or low, or leave priority out.");
        }
    }
}
