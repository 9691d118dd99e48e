package dev.makeline.server.insight;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;

/// @param pollInterval how often makes that are not counted yet are looked for
/// @param longestRest after a turn that counted, at least the poll interval
@ConfigurationProperties("makeline.insights")
record InsightSettings(Duration pollInterval, Duration longestRest) {

    /// Of a turn's own time: counting takes a tenth of all time, unless it is behind.
    private static final int RESTS = 9;

    InsightSettings {
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException(
                    "makeline.insights.poll-interval must be more than 0s, not " + pollInterval);
        }
        if (longestRest.compareTo(pollInterval) < 0) {
            throw new IllegalArgumentException(
                    "makeline.insights.longest-rest must be at least the poll-interval, %s, not %s"
                            .formatted(pollInterval, longestRest));
        }
    }

    /// Until the next turn. Makes of one recipe that come meanwhile share a transaction, so the
    /// more there is to count the longer the rest, and the less a make costs.
    ///
    /// @param counted makes in the turn
    /// @param behind whether more than a turn takes are waiting
    Duration restAfter(Duration took, int counted, boolean behind) {
        if (counted == 0) {
            return pollInterval;
        }
        if (behind) {
            return Duration.ZERO;
        }
        Duration rest = took.multipliedBy(RESTS);
        if (rest.compareTo(pollInterval) < 0) {
            return pollInterval;
        }
        return rest.compareTo(longestRest) < 0 ? rest : longestRest;
    }
}
